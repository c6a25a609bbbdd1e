/** The files of the sample episode by name, in Base64. They stand in sample/ and are written into this file when it is bundled or tested: see scripts/sample-files.js. */
export const sampleFiles: Readonly<Record<string, string>> = {}
