/** Chapters for apps that read them from the notes: a line each, with a time that plays the audio from there. */

import type { ChapterList } from '../measured.ts'
import type { Chapter } from '../model.ts'
import { escapeAttribute, escapeText } from '../units/escape-html.ts'
import { formatTimestamp, parseClock } from '../units/timestamp.ts'

/** https://www.w3.org/TR/media-frags/#naming-time */
const momentUrl = (audioUrl: string, start: number): string =>
  `${audioUrl}#t=${Math.round(start * 1000) / 1000}`

const timeLink = (time: string, start: number, audioUrl: string): string =>
  `<a href="${escapeAttribute(momentUrl(audioUrl, start))}">${escapeText(time)}</a>`

/** The notes' own list with links, or the chapters below the notes. */
export const withChapters = (
  html: string,
  lists: readonly ChapterList[],
  chapters: readonly Chapter[] = [],
  audioUrl: string,
): string => {
  const own = lists.find(({ source, chapters }) => source === 'notes' && chapters.length > 0)
  if (own) return linkTimes(html, own.chapters, audioUrl)
  return chapters.length === 0 ? html : [html, chapterLines(chapters, audioUrl)].filter(Boolean).join('\n')
}

/** A paragraph with a line for each chapter that is shown. */
const chapterLines = (chapters: readonly Chapter[], audioUrl: string): string =>
  `<p>${chapters.map(chapter => chapterLine(chapter, audioUrl)).join('<br>\n')}</p>`

const chapterLine = ({ start, title = '', url }: Chapter, audioUrl: string): string => {
  const words = escapeText(title)
  const linked = url === undefined ? words : `<a href="${escapeAttribute(url)}">${words}</a>`
  return `${timeLink(formatTimestamp(start), start, audioUrl)} ${linked}`
}

/** At the beginning of a line, perhaps in brackets. */
const TIME = /(^|\n)([\s([]{0,8})(\d{1,3}:\d{2}(?::\d{2})?)(?![\d:])/g

/** The list that the notes hold themselves: its times become links, and nothing else changes. */
const linkTimes = (html: string, chapters: readonly Chapter[], audioUrl: string): string => {
  let next = 0
  let inLink = false
  const link = (all: string, before: string, bracket: string, time: string): string => {
    const start = chapters[next]?.start
    if (start === undefined || parseClock(time) !== start) return all
    next += 1
    return inLink ? all : before + bracket + timeLink(time, start, audioUrl)
  }
  const parts = html.split(/(<[^<>]*>)/)
  return parts
    .map(part => {
      if (!part.startsWith('<')) return part.replace(TIME, link)
      if (/^<\/?a\b/.test(part)) inLink = !part.startsWith('</')
      return part
    })
    .join('')
}
