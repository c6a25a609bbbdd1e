export { measureAudio } from './measure.ts'
export { readAudio, readAudioFrom, readBytes } from './read-audio.ts'
export type { AskMusicMetadata, AudioReading, LooksLike, NoDuration } from './reading.ts'
