import { liveStatuses } from '../vocabulary/podcast-words.ts'
import { txt } from './feeds.ts'
import { alternateEnclosure, contentLink, image } from './media.ts'
import { funding, value } from './money.ts'
import { person } from './people.ts'
import { location } from './places.ts'
import { count, map, mediaType } from './shape.ts'
import { chat, socialInteract } from './social.ts'
import { choice, flag, many, text, url } from './value.ts'

const enclosure = () =>
  map({
    url: url().meta({ description: 'The stream.' }),
    type: mediaType('audio/mpeg').meta({ description: 'The media type.' }),
    length: count().meta({ description: 'Bytes. Without it: 0, as the end is not known.' }).optional(),
  })

export const liveItem = () =>
  map({
    status: choice(liveStatuses).meta({ description: 'Announced, on the air, or over.' }),
    start: text({ examples: ['2026-12-01 19:00'] }).meta({ description: 'When it begins.' }),
    end: text({ examples: ['2026-12-01 20:00'] })
      .meta({ description: 'When it will probably end.' })
      .optional(),
    title: text({ examples: ['Live from the quay'] }).meta({ description: 'The name of the broadcast.' }),
    guid: text({ examples: ['live-2026-12-01'] }).meta({
      description:
        'Its identity: the same from the announcement to the end. Another guid is another broadcast.',
    }),
    contentLinks: many(contentLink()).meta({
      description: 'Where it can be heard, for apps that cannot play it.',
    }),
    enclosure: enclosure().meta({ description: 'The stream for apps that can.' }).optional(),
    description: text().meta({ description: 'What it will be about, in Markdown.' }).optional(),
    link: url().meta({ description: 'Its page.' }).optional(),
    image: url().meta({ description: 'Its artwork.' }).optional(),
    explicit: flag().meta({ description: "When it differs from the show's." }).optional(),
    alternateEnclosures: many(alternateEnclosure()).meta({ description: 'Other streams of it.' }).optional(),
    persons: many(person()).meta({ description: "Who takes part, beside the show's hosts." }).optional(),
    locations: many(location()).meta({ description: 'Where it is from, and what it is about.' }).optional(),
    funding: many(funding()).meta({ description: 'Where listeners can give.' }).optional(),
    value: many(value()).meta({ description: 'Who is paid while it runs.' }).optional(),
    socialInteract: many(socialInteract()).meta({ description: 'Where people comment.' }).optional(),
    txt: many(txt()).meta({ description: 'Text for machines.' }).optional(),
    images: many(image()).meta({ description: 'More pictures.' }).optional(),
    chat: chat().meta({ description: 'Where people talk during it.' }).optional(),
  })
