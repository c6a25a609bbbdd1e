/** https://www.rfc-editor.org/rfc/rfc1918 and https://www.rfc-editor.org/rfc/rfc6761; a name without a dot is one of the network at home. */
const NEARBY =
  /^(?:localhost|[^.:]+|.*\.(?:localhost|local|lan|home\.arpa|internal)|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|169\.254\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|\[.*\])$/i

/** Whether only this machine or its network can reach a host. */
export const isNearby = (hostname: string): boolean => NEARBY.test(hostname)
