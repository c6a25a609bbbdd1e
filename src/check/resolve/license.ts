import type { License } from '../../podcasting.ts'
import { creativeCommonsUrl, licenseSlug } from '../../vocabulary/licenses.ts'
import { given } from './fields.ts'

/** A known name in the list's spelling. A Creative Commons licence that the list lacks gets its address. */
export const licenseOf = ({ name, url }: License): License => {
  const slug = licenseSlug(name)
  const other = slug === undefined ? creativeCommonsUrl(name) : undefined
  return {
    name: slug ?? (other === undefined ? name : name.toUpperCase()),
    ...given('url', url ?? other),
  }
}
