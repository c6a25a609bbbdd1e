/**
 * Text for the log of a GitHub workflow, where nothing of it may be taken for a command: the runner reads `::…` after leading spaces
 * and `##[…` anywhere. https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
export const withoutCommands = (text: string): string =>
  text.replaceAll('##[', '## [').replace(/^[^\S\n\r\u2028\u2029]*(?=::)/gm, './')
