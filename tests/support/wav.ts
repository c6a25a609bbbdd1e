/** 8 kHz, 8 bit, mono, silent. */
export const wav = ({ seconds }: { seconds: number }): Uint8Array => {
  const data = seconds * 8000
  const bytes = Buffer.alloc(44 + data, 0x80)
  bytes.write('RIFF', 0)
  bytes.writeUInt32LE(36 + data, 4)
  bytes.write('WAVEfmt ', 8)
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(8000, 24)
  bytes.writeUInt32LE(8000, 28)
  bytes.writeUInt16LE(1, 32)
  bytes.writeUInt16LE(8, 34)
  bytes.write('data', 36)
  bytes.writeUInt32LE(data, 40)
  return bytes
}
