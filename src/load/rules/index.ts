/** The rules that reading can break, in the order of the reference. To add one is a file and a line. */

import type { RuleWords, ShowRuleWords } from '../../diagnostic.ts'
import type { Expected } from '../../schema/index.ts'
import type { FrontMatterProblem } from '../front-matter.ts'
import blank from './blank.ts'
import damagedLock from './damaged-lock.ts'
import duplicateKey from './duplicate-key.ts'
import encoding from './encoding.ts'
import feedJoined from './feed-joined.ts'
import feedUnread from './feed-unread.ts'
import languageTag from './language-tag.ts'
import lostText from './lost-text.ts'
import mapping from './mapping.ts'
import missingFrontMatter from './missing-front-matter.ts'
import noShow from './no-show.ts'
import otherFormat from './other-format.ts'
import outsideLink from './outside-link.ts'
import required from './required.ts'
import sameStem from './same-stem.ts'
import siteEntry from './site-entry.ts'
import siteKey from './site-key.ts'
import syntax from './syntax.ts'
import tooComplex from './too-complex.ts'
import tooManyFiles from './too-many-files.ts'
import unclosed from './unclosed.ts'
import unknownKey from './unknown-key.ts'
import unreadable from './unreadable.ts'
import valueChoice from './value-choice.ts'
import valueDuration from './value-duration.ts'
import valueEmail from './value-email.ts'
import valueFlag from './value-flag.ts'
import valueNumber from './value-number.ts'
import valueText from './value-text.ts'
import valueUrl from './value-url.ts'

export const loadRules: readonly ShowRuleWords[] = [
  noShow,
  unreadable,
  outsideLink,
  sameStem,
  tooManyFiles,
  encoding,
  missingFrontMatter,
  unclosed,
  syntax,
  duplicateKey,
  languageTag,
  otherFormat,
  lostText,
  tooComplex,
  blank,
  unknownKey,
  siteKey,
  mapping,
  siteEntry,
  feedUnread,
  feedJoined,
  required,
  valueText,
  valueFlag,
  valueNumber,
  valueDuration,
  valueUrl,
  valueEmail,
  valueChoice,
  damagedLock,
]

const byExpectation: Readonly<Record<Expected, RuleWords>> = {
  text: valueText,
  list: valueText,
  map: valueText,
  path: valueText,
  flag: valueFlag,
  number: valueNumber,
  duration: valueDuration,
  url: valueUrl,
  email: valueEmail,
  choice: valueChoice,
}

/** The rule that a value breaks which is not of the expected kind. */
export const refusedValue = (expected: Expected): RuleWords => byExpectation[expected]

/** The rule that a problem of the front matter itself breaks. */
export const ruleOfProblem = (kind: FrontMatterProblem['kind']): RuleWords => byProblem[kind]

const byProblem: Readonly<Record<FrontMatterProblem['kind'], RuleWords>> = {
  missing: missingFrontMatter,
  unclosed,
  syntax,
  'duplicate-key': duplicateKey,
  'not-a-map': syntax,
  language: languageTag,
  json: otherFormat,
  'leading-blank-lines': missingFrontMatter,
  'tab-indentation': syntax,
  encoding,
  'lost-text': lostText,
  'forbidden-key': syntax,
  'alias-bomb': tooComplex,
  'too-deep': tooComplex,
  'too-large': tooComplex,
}
