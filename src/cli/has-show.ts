import { namesIn } from '../door/index.ts'
import { isShowPath } from '../names.ts'

/** Whether a folder holds a show. */
export const hasShow = (folder: string): boolean => namesIn(folder).some(isShowPath)
