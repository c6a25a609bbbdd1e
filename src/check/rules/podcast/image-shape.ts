import type { Finding } from '../../../diagnostic.ts'
import type { Picture } from '../../../measured.ts'
import { eachEntry, type Rule, type ShowEvidence } from '../../evidence.ts'
import { type WrittenValue, writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/image-shape',
  looksAt: ['images'],
  title: 'A picture has the shape that is written beside it',
  why: 'Apps choose a picture by its shape before they load it, and leave a gap of the wrong form when it differs.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/image.md',
    'https://developer.mozilla.org/en-US/docs/Web/CSS/aspect-ratio',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['art-podcast-image'],
  example: {
    bad: {
      'show.md': 'images: { href: wide.jpg, alt: A pier, aspectRatio: 1/1 }',
      'wide.jpg': '!jpeg 1920x1080',
    },
    good: {
      'show.md': 'images: { href: wide.jpg, alt: A pier, aspectRatio: 16/9 }',
      'wide.jpg': '!jpeg 1920x1080',
    },
  },
  scope: 'item',
  ...eachEntry(function* (entry, evidence): Iterable<Finding> {
    for (const one of writtenValues(entry, 'images')) {
      const { aspectRatio } = one.value
      const ratio = aspectRatio === undefined ? undefined : ratioOf(aspectRatio)
      if (aspectRatio !== undefined && ratio === undefined)
        yield {
          place: one.at('aspectRatio'),
          message: `"${aspectRatio}" is not the shape of a picture, so apps cannot choose by it`,
          help: 'Write width by height, such as `16/9` or `1/1`.',
        }
      const picture = measuredOf(evidence, one)
      yield* picture === undefined ? contradiction(one, ratio) : disagreements(one, picture, ratio)
    }
  }),
}
export default rule

/** `16/9`, `1.9`, `1200 / 630` */
const ratioOf = (written: string): number | undefined => {
  const [, width, height = '1'] =
    /^(\d{1,6}(?:\.\d{1,6})?)(?:\s*\/\s*(\d{1,6}(?:\.\d{1,6})?))?$/.exec(written) ?? []
  return width === undefined || Number(width) === 0 || Number(height) === 0
    ? undefined
    : Number(width) / Number(height)
}

const measuredOf = (
  { project }: ShowEvidence,
  { value, item }: WrittenValue<{ readonly href: string }>,
): Picture['facts'] | undefined => {
  const file = (item === undefined ? project.named : item.recording.named)?.get(value.href)
  return file?.kind === 'picture' && file.facts.width > 0 && file.facts.height > 0 ? file.facts : undefined
}

interface WrittenShape {
  readonly width?: number
  readonly height?: number
  readonly aspectRatio?: string
}

/** Of a picture that is elsewhere, only what is written is known. */
function* contradiction(
  { value: { width = 0, height = 0, aspectRatio }, at }: WrittenValue<WrittenShape>,
  ratio: number | undefined,
): Iterable<Finding> {
  if (ratio === undefined || width === 0 || height === 0 || isNear(ratio, width / height)) return
  yield {
    place: at('aspectRatio'),
    message: `the picture is ${width} × ${height}, but "${aspectRatio}" is written as its shape, so apps may crop or stretch it`,
    help: 'Correct the shape (`aspect-ratio`) or the size, whichever is wrong.',
  }
}

const isNear = (ratio: number, other: number): boolean => Math.abs(ratio - other) <= ratio / 50

function* disagreements(
  { value, at }: WrittenValue<WrittenShape>,
  facts: Picture['facts'],
  ratio: number | undefined,
): Iterable<Finding> {
  const measured = `${facts.width} × ${facts.height}`
  if (ratio !== undefined && !isNear(ratio, facts.width / facts.height))
    yield {
      place: at('aspectRatio'),
      message: `the picture is ${measured}, but "${value.aspectRatio}" is written as its shape, so apps may crop or stretch it`,
      help: `Remove \`aspectRatio: ${value.aspectRatio}\`: build-feed measures the shape of a file.`,
    }
  for (const side of ['width', 'height'] as const)
    if (value[side] !== undefined && value[side] !== facts[side])
      yield {
        place: at(side),
        message: `the picture is ${measured}, but \`${side}: ${value[side]}\` is written here, so apps may stretch it`,
        help: `Remove \`${side}: ${value[side]}\`: build-feed measures the size of a file.`,
      }
}
