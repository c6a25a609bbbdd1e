/** The rules that measuring can break, in the order of the reference. To add one is a file and a line. */

import type { ShowRuleWords } from '../../diagnostic.ts'
import audioAmbiguous from './audio-ambiguous.ts'
import audioMissing from './audio-missing.ts'
import audioNamedFile from './audio-named-file.ts'
import audioNoDuration from './audio-no-duration.ts'
import audioUnreadable from './audio-unreadable.ts'
import caseTwins from './case-twins.ts'
import fileMissing from './file-missing.ts'
import fileUnreadable from './file-unreadable.ts'
import imageUnreadable from './image-unreadable.ts'
import notMarkdown from './not-markdown.ts'
import otherJson from './other-json.ts'
import outsideShow from './outside-show.ts'
import theme from './theme.ts'
import themeScripts from './theme-scripts.ts'
import themeUnused from './theme-unused.ts'
import unclaimed from './unclaimed.ts'
import webEstimated from './web-estimated.ts'
import webInsecure from './web-insecure.ts'
import webNoHead from './web-no-head.ts'
import webNoRanges from './web-no-ranges.ts'
import webNotProbed from './web-not-probed.ts'
import webNotRefreshed from './web-not-refreshed.ts'
import webOverLimit from './web-over-limit.ts'
import webRefusedAddress from './web-refused-address.ts'
import webScheme from './web-scheme.ts'
import webTooManyRedirects from './web-too-many-redirects.ts'
import webUnreachable from './web-unreachable.ts'
import webWrongType from './web-wrong-type.ts'

export const probeRules: readonly ShowRuleWords[] = [
  audioMissing,
  audioAmbiguous,
  audioUnreadable,
  audioNoDuration,
  audioNamedFile,
  imageUnreadable,
  outsideShow,
  fileMissing,
  fileUnreadable,
  unclaimed,
  notMarkdown,
  otherJson,
  caseTwins,
  webUnreachable,
  webRefusedAddress,
  webTooManyRedirects,
  webScheme,
  webInsecure,
  webNotProbed,
  webNotRefreshed,
  webOverLimit,
  webEstimated,
  webNoRanges,
  webNoHead,
  webWrongType,
  theme,
  themeScripts,
  themeUnused,
]
