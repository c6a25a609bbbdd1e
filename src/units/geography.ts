/** Places: https://www.rfc-editor.org/rfc/rfc5870 and the identifiers of OpenStreetMap. */

const geo =
  /^geo:(-?\d{1,3}(?:\.\d{1,15})?),(-?\d{1,3}(?:\.\d{1,15})?)(?:,-?\d{1,6}(?:\.\d{1,15})?)?((?:;[\w-]+(?:=[^;\s]+)?)*)$/i

/** What stands in the way of a geo URI; undefined when it is one. */
export const geoProblem = (uri: string): string | undefined => {
  const [, latitude, longitude, parameters = ''] = geo.exec(uri) ?? []
  if (latitude === undefined || longitude === undefined) return 'is not latitude and longitude'
  if (Math.abs(Number(latitude)) > 90) return `has the latitude ${latitude}, and there is none beyond 90`
  if (Math.abs(Number(longitude)) > 180) return `has the longitude ${longitude}, and there is none beyond 180`
  const uncertainty = /;u=([^;]*)/i.exec(parameters)?.[1]
  return uncertainty === undefined || /^\d{1,9}(\.\d{1,9})?$/.test(uncertainty)
    ? undefined
    : `has the uncertainty "${uncertainty}", and metres were expected`
}

/** `51.2,4.4` and `geo: 51.2, 4.4` as a URI; anything else as it is. */
export const toGeoUri = (written: string): string => {
  const bare = written
    .trim()
    .replace(/^geo:\s*/i, '')
    .split(',')
    .map(part => part.trim())
    .join(',')
  return `geo:${bare}`
}

/** A node, way or relation, and optionally its revision: `R59518`, `W123#4`. */
export const isOsmId = (id: string): boolean => /^[NWR]\d{1,20}(#\d{1,10})?$/.test(id)
