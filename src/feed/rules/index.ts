/** The rules that only a feed can break, in the order of the reference. To add one is a file and a line. */

import type { FeedRule } from '../feed-rule.ts'
import absoluteUrl from './absolute-url.ts'
import atom from './atom.ts'
import brokenBytes from './broken-bytes.ts'
import categoryForm from './category-form.ts'
import chaptersType from './chapters-type.ts'
import compressed from './compressed.ts'
import contact from './contact.ts'
import contentType from './content-type.ts'
import dateForm from './date-form.ts'
import datePlausible from './date-plausible.ts'
import dateStrict from './date-strict.ts'
import dateStyle from './date-style.ts'
import dateWeekday from './date-weekday.ts'
import dateZone from './date-zone.ts'
import declaration from './declaration.ts'
import declarationFirst from './declaration-first.ts'
import deprecatedElements from './deprecated-elements.ts'
import descriptionOrder from './description-order.ts'
import doctype from './doctype.ts'
import doubleEscaped from './double-escaped.ts'
import duplicateElement from './duplicate-element.ts'
import durationForm from './duration-form.ts'
import emptyValue from './empty-value.ts'
import enclosureAddress from './enclosure-address.ts'
import enclosureAttributes from './enclosure-attributes.ts'
import enclosureLength from './enclosure-length.ts'
import enclosureMedia from './enclosure-media.ts'
import enclosureSize from './enclosure-size.ts'
import enclosureType from './enclosure-type.ts'
import episodeDate from './episode-date.ts'
import episodeDescription from './episode-description.ts'
import episodeEnclosure from './episode-enclosure.ts'
import episodeGuid from './episode-guid.ts'
import episodeTitle from './episode-title.ts'
import explicitValue from './explicit-value.ts'
import forbiddenCharacters from './forbidden-characters.ts'
import guidPermalink from './guid-permalink.ts'
import imageAsText from './image-as-text.ts'
import itemsLast from './items-last.ts'
import itunesNamespace from './itunes-namespace.ts'
import longValue from './long-value.ts'
import namespace from './namespace.ts'
import namespacesDeclared from './namespaces-declared.ts'
import numberValue from './number-value.ts'
import oddCharacters from './odd-characters.ts'
import oneChannel from './one-channel.ts'
import outsideChannel from './outside-channel.ts'
import ownerEmail from './owner-email.ts'
import podcastAttributes from './podcast-attributes.ts'
import podcastIdentity from './podcast-identity.ts'
import relativeLinks from './relative-links.ts'
import root from './root.ts'
import rssImage from './rss-image.ts'
import rssImageAgrees from './rss-image-agrees.ts'
import rssVersion from './rss-version.ts'
import selfLink from './self-link.ts'
import selfLinkHost from './self-link-host.ts'
import showCategory from './show-category.ts'
import showExplicit from './show-explicit.ts'
import showImage from './show-image.ts'
import showLanguage from './show-language.ts'
import showLink from './show-link.ts'
import showTitle from './show-title.ts'
import size from './size.ts'
import stylesheet from './stylesheet.ts'
import switchValue from './switch-value.ts'
import tagCase from './tag-case.ts'
import template from './template.ts'
import tooComplex from './too-complex.ts'
import trailingComment from './trailing-comment.ts'
import ttl from './ttl.ts'
import twoEnclosures from './two-enclosures.ts'
import undeclaredPrefix from './undeclared-prefix.ts'
import unknownElement from './unknown-element.ts'
import unsafeHtml from './unsafe-html.ts'
import uri from './uri.ts'
import urlScheme from './url-scheme.ts'
import utf8 from './utf8.ts'
import value from './value.ts'
import wellFormed from './well-formed.ts'
import whiteSpace from './white-space.ts'
import wordValue from './word-value.ts'

/** What can be said of any file. */
export const readingRules: readonly FeedRule[] = [
  wellFormed,
  undeclaredPrefix,
  forbiddenCharacters,
  oddCharacters,
  tooComplex,
  doctype,
  declarationFirst,
  declaration,
  stylesheet,
  utf8,
  brokenBytes,
  size,
  compressed,
  contentType,
]

/** What can be said of the outermost element. */
export const rootRules: readonly FeedRule[] = [root, atom, rssVersion]

/** What can be said once the tags fit together. */
export const structureRules: readonly FeedRule[] = [
  oneChannel,
  itunesNamespace,
  namespace,
  namespacesDeclared,
  outsideChannel,
]

/** What can be said once there is a channel. */
export const contentRules: readonly FeedRule[] = [
  tagCase,
  template,
  unknownElement,
  itemsLast,
  duplicateElement,
  showTitle,
  showLink,
  showLanguage,
  showCategory,
  showExplicit,
  showImage,
  selfLink,
  selfLinkHost,
  ownerEmail,
  categoryForm,
  imageAsText,
  episodeTitle,
  episodeEnclosure,
  twoEnclosures,
  enclosureAttributes,
  enclosureLength,
  enclosureSize,
  enclosureAddress,
  enclosureMedia,
  enclosureType,
  episodeGuid,
  guidPermalink,
  episodeDate,
  dateForm,
  dateStrict,
  dateStyle,
  dateZone,
  dateWeekday,
  datePlausible,
  episodeDescription,
  descriptionOrder,
  unsafeHtml,
  relativeLinks,
  durationForm,
  numberValue,
  wordValue,
  explicitValue,
  switchValue,
  absoluteUrl,
  uri,
  urlScheme,
  whiteSpace,
  doubleEscaped,
  longValue,
  rssImage,
  rssImageAgrees,
  ttl,
  contact,
  podcastAttributes,
  podcastIdentity,
  deprecatedElements,
  trailingComment,
  emptyValue,
  chaptersType,
  value,
]

export const importRules: readonly FeedRule[] = [
  ...readingRules,
  ...rootRules,
  ...structureRules,
  ...contentRules,
]
