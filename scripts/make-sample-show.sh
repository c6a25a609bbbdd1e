#!/usr/bin/env bash
# Makes the sounds, the transcripts and the cover of the sample show in episodes/. The words stand in scripts/sample-show/.
# Needs espeak-ng, lame, ffmpeg, ImageMagick and Chromium with the font URW Gothic. The outcome is committed:
# nobody needs to run this but who wants to change the show. Run it at the root of the repository.
set -euo pipefail
export LC_ALL=C.UTF-8

words=scripts/sample-show
show=episodes
work=$(mktemp -d)
sea=0.13 # volume of the waves under the voice
trap 'rm -rf "$work"' EXIT

quiet() { ffmpeg -nostdin -hide_banner -loglevel error -y "$@"; }

# seconds: 00:00:03.250
cue_time() { awk -v s="$1" 'BEGIN { printf "%02d:%02d:%06.3f", s / 3600, s % 3600 / 60, s % 60 }'; }

# file: seconds
length_of() { ffprobe -v error -show_entries format=duration -of csv=p=0 "$1"; }

# file: LUFS
loudness_of() {
  ffmpeg -nostdin -hide_banner -i "$1" -af ebur128 -f null - 2>&1 | awk '/Summary:/ { ended = 1 } ended && $1 == "I:" { print $2 }'
}

# speaker, text, file: speech at 44.1 kHz, mono, with a breath after it
say() {
  local voice=en-gb-x-rp speed=148 pitch=38
  if [ "$1" = 'Marit Holm' ]; then voice=en-gb-scotland+f2 speed=142 pitch=52; fi
  espeak-ng -v "$voice" -s "$speed" -p "$pitch" -g 2 -w "$work/raw.wav" -- "$2"
  quiet -i "$work/raw.wav" -af 'highpass=f=90,equalizer=f=3200:t=q:w=1:g=-3,acompressor=threshold=-20dB:ratio=4:attack=3:release=80,apad=pad_dur=0.4' -ar 44100 -ac 1 "$3"
}

# name: $work/name.wav with the sea under the voice, and $work/name.vtt
record() {
  local name=$1 at=2.4 n=0 from to
  printf 'WEBVTT\n' > "$work/$name.vtt"
  # Two strokes of a ship's bell, then the voices.
  quiet -f lavfi -i "aevalsrc='0.16*(exp(-3.2*t)+gt(t,0.5)*exp(-3.2*(t-0.5)))*(sin(2*PI*1244.5*t)+0.5*sin(2*PI*2987*t)+0.25*sin(2*PI*4860*t))':s=44100:d=$at" -ac 1 "$work/part-000.wav"
  printf "file '%s'\n" "$work/part-000.wav" > "$work/parts.txt"
  while IFS='|' read -r speaker text; do
    n=$((n + 1))
    local part; part=$work/part-$(printf %03d "$n").wav
    say "$speaker" "$text" "$part"
    printf "file '%s'\n" "$part" >> "$work/parts.txt"
    from=$at
    at=$(awk -v a="$at" -v d="$(length_of "$part")" 'BEGIN { print a + d }')
    to=$(awk -v a="$at" 'BEGIN { print a - 0.3 }')
    printf '\n%d\n%s --> %s\n<v %s>%s\n' "$n" "$(cue_time "$from")" "$(cue_time "$to")" "$speaker" "$text" >> "$work/$name.vtt"
  done < "$words/$name.txt"
  quiet -f concat -safe 0 -i "$work/parts.txt" -af apad=pad_dur=1.6 "$work/voice.wav"
  local end; end=$(length_of "$work/voice.wav")
  local out; out=$(awk -v e="$end" 'BEGIN { print e - 1.5 }')
  quiet -f lavfi -i "anoisesrc=color=brown:seed=7:amplitude=0.5:r=44100:d=$end" -i "$work/voice.wav" -filter_complex \
    "[0]lowpass=f=700,tremolo=f=0.13:d=0.7,volume=$sea,afade=t=in:d=1.2,afade=t=out:st=$out:d=1.5[sea];[1][sea]amix=inputs=2:duration=first:normalize=0" \
    -ac 1 -ar 44100 "$work/mixed.wav"
  # One gain for the whole recording: -16 LUFS, as Apple asks, and peaks under -1.5 dB.
  local gain; gain=$(awk -v i="$(loudness_of "$work/mixed.wav")" 'BEGIN { print -16 - i }')
  quiet -i "$work/mixed.wav" -af "volume=${gain}dB,alimiter=limit=0.84:level=false" -ac 1 -ar 44100 -bitexact "$work/$name.wav"
}

# title, number, recording, file, encoder options…
mp3() {
  local title=$1 number=$2 recording=$3 file=$4
  shift 4
  lame --quiet -m m --noreplaygain "$@" --id3v2-only --tt "$title" --ta 'Robin Vale' --tl 'Harbour Notes' --ty 2026 ${number:+--tn "$number"} --tg Podcast \
    "$work/$recording.wav" "$show/$file"
}

record first-light
mp3 'First Light' 1 first-light 001-first-light.mp3 -b 64
cp "$work/first-light.vtt" "$show/001-first-light.vtt"
# A translation has the same cues and other words: one line for each.
awk 'NR == FNR { line[NR] = $0; next } /^<v / { sub(/>.*/, ">" line[++n]) } { print }' \
  "$words/first-light.de.txt" "$work/first-light.vtt" > "$show/001-first-light.de.vtt"

record the-ferry-that-waits
mp3 'The Ferry That Waits' 2 the-ferry-that-waits 002-the-ferry-that-waits.mp3 -V 6
cp "$work/the-ferry-that-waits.vtt" "$show/002-the-ferry-that-waits.vtt"

record salt-and-rope
quiet -i "$work/salt-and-rope.wav" -c:a aac -b:a 64k -ac 1 -ar 44100 -movflags +faststart -fflags +bitexact -flags:a +bitexact \
  -metadata title='Salt & Rope' -metadata artist='Robin Vale' -metadata album='Harbour Notes' -metadata date=2026 \
  -metadata track=3 -metadata genre=Podcast "$show/003-salt-and-rope.m4a"

record winter-lights
mp3 'Winter Lights' '' winter-lights 004-winter-lights.mp3 -b 64

# The picture is drawn as SVG. Baseline JPEG, sRGB, 72 dpi, far below 512 KB: what every directory takes.
chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --window-size=3000,3000 \
  --screenshot="$work/cover.png" "file://$PWD/$words/cover.svg" 2> "$work/chromium.log"
convert "$work/cover.png" -alpha off -colorspace sRGB -strip -density 72 -units PixelsPerInch -interlace none \
  -sampling-factor 4:2:0 -quality 86 "$show/cover.jpg"

ls -l "$show"
