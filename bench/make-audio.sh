#!/bin/sh
# Makes the files that bench/durations.md measures: bench/make-audio.sh FOLDER (needs ffmpeg, lame, oggenc, opusenc, flac, sox; about 5 minutes and 700 MB).
set -e
mkdir -p "$1/hour" "$1/short"
ff() { ffmpeg -nostdin -v error -y "$@"; }
from() { ff -i "$source" -map_metadata -1 "$@"; }

cd "$1/hour"
ff -f lavfi -i "aevalsrc='0.3*sin(2*PI*(200+100*sin(t/3))*t)*(0.5+0.5*sin(t/7))+0.05*(random(0)-0.5)':s=44100:d=3600" -ac 1 ../hour.wav
source=../hour.wav
from -b:a 64k cbr-info.mp3
from -b:a 64k -write_xing 0 -id3v2_version 0 cbr-no-header.mp3
from -q:a 6 vbr-xing.mp3
from -q:a 6 -write_xing 0 -id3v2_version 0 vbr-no-header.mp3
from -c:a aac -b:a 64k -movflags +faststart index-in-front.m4a
ff -i index-in-front.m4a -c copy index-behind.m4a
ff -i index-in-front.m4a -c copy -movflags +frag_keyframe+empty_moov+default_base_moof -frag_duration 2000000 fragments.m4a
ff -i index-in-front.m4a -c copy -f adts adts.aac
from -c:a libvorbis -q:a 1 vorbis.ogg
from -c:a libopus -b:a 40k opus.opus
from -c:a flac flac.flac
ff -i opus.opus -c copy opus.webm

cd ../short
ff -f lavfi -i "aevalsrc='0.3*sin(2*PI*(300+100*sin(t))*t)':s=44100:d=12" ../short.wav
source=../short.wav
from -c:a aac -b:a 96k aac.m4a
from -c:a aac -b:a 96k -movflags +faststart aac-front.m4a
from -c:a aac -movflags +frag_keyframe+empty_moov -frag_duration 1000000 aac-fragments.m4a
from -c:a alac alac.m4a
from -c:a libmp3lame -f mp4 mp3-inside.mp4
from -c:a libopus -f mp4 opus-inside.mp4
from -c:a aac aac.aac
from -c:a libvorbis vorbis.ogg
from -c:a libopus opus.opus
from -c:a libspeex -ar 16000 speex.spx
from -c:a flac -f ogg flac.oga
from -c:a flac flac.flac
from -c:a flac -f flac - > flac-piped.flac
from -f wav - > wav-piped.wav
from -c:a pcm_s24le pcm24.wav
from -c:a pcm_f32le float.wav
from -c:a adpcm_ima_wav ima-adpcm.wav
from -c:a adpcm_ms ms-adpcm.wav
from -c:a pcm_mulaw ulaw.wav
from -c:a libmp3lame mp3-inside.wav
from -rf64 always rf64.wav
from pcm.aiff
from -c:a adpcm_ima_qt -f aiff ima-adpcm.aifc
from -c:a libopus opus.webm
from -c:a flac flac.mka
from -c:a wmav2 wma.wma
from -c:a mp2 layer2.mp2
for rate in 8000 11025 12000 16000 22050 24000 32000 44100 48000; do from -ar "$rate" -b:a 32k "mp3-$rate.mp3"; done
lame --quiet -b 128 ../short.wav lame-cbr.mp3
lame --quiet -b 128 -t ../short.wav lame-cbr-no-header.mp3
lame --quiet -V 4 ../short.wav lame-vbr.mp3
lame --quiet -V 4 -t ../short.wav lame-vbr-no-header.mp3
lame --quiet --abr 100 ../short.wav lame-abr.mp3
lame --quiet -p -b 128 ../short.wav lame-crc.mp3
oggenc -Q ../short.wav -o oggenc.ogg
opusenc --quiet ../short.wav opusenc.opus
opusenc --quiet --framesize 60 ../short.wav opusenc-60ms.opus
flac -s -f ../short.wav -o flac-tool.flac
flac -s -f --ogg ../short.wav -o flac-tool.oga
sox ../short.wav sox.aiff

cat lame-cbr.mp3 lame-vbr.mp3 > joined.mp3
cat lame-cbr.mp3 mp3-48000.mp3 mp3-22050.mp3 > joined-rates.mp3
cat aac.aac aac.aac > joined.aac
cat opus.opus opusenc.opus > joined.opus
cat vorbis.ogg vorbis.ogg > joined-same-serial.ogg
cat flac.flac flac.flac > joined.flac
cut() { head -c $(($(wc -c < "$1") * $2 / 100)) "$1" > "cut-$2-$1"; }
for file in lame-cbr.mp3 lame-vbr.mp3 lame-vbr-no-header.mp3 aac.aac aac-front.m4a aac-fragments.m4a vorbis.ogg opus.opus speex.spx flac.oga flac.flac float.wav ima-adpcm.wav pcm.aiff opus.webm flac.mka; do
  cut "$file" 50
  cut "$file" 97
done
