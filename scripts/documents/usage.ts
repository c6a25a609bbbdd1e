import { main } from '../../src/cli/main.ts'

/** `build-feed --help`, as a block of Markdown. */
export const usage = async (): Promise<string> => {
  let text = ''
  const output = {
    write: (part: string) => {
      text += part
    },
    isTerminal: false,
    width: 100,
  }
  await main(['--help'], {
    cwd: '.',
    env: {},
    stdout: output,
    stderr: output,
    now: () => 0,
    stdin: async () => new Uint8Array(),
    process: { id: 0, isRunning: () => false },
  })
  return `\`\`\`\n${text.trimEnd()}\n\`\`\`\n`
}
