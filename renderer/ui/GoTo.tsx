// Leads on to another address. wouter's Redirect does so only when it is first drawn: where one redirection leads to another that
// stands in the same place, it stayed where it was, and the page was empty.
import { useEffect } from 'react'
import { useLocation } from 'wouter'

export function GoTo({ path }: { path: string }) {
  const [, navigate] = useLocation()
  useEffect(() => navigate(path, { replace: true }), [path, navigate])
  return null
}
