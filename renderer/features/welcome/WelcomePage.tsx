// The welcome (placeholder).
export function WelcomePage() {
  return null
}
