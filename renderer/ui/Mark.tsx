// Daybook's mark: a day book whose page is a clock face, as on the window's icon (resources/icon.svg).
import { useId } from 'react'

export function Mark({ size }: { size: number }) {
  const cover = useId()
  return (
    <svg width={size} height={size} viewBox="88 88 848 848" aria-hidden focusable="false">
      <defs>
        <linearGradient id={cover} x1="0" y1="0" x2="0" y2="1">
          <stop offset="0" stopColor="#3f74c4" />
          <stop offset="1" stopColor="#2a57a0" />
        </linearGradient>
      </defs>
      <rect x="100" y="100" width="824" height="824" rx="186" fill={`url(#${cover})`} />
      <path d="M286 100A186 186 0 0 0 100 286v452A186 186 0 0 0 286 924z" fill="#1f4583" />
      <rect x="286" y="190" width="548" height="644" rx="72" fill="#f8fafd" />
      <path d="M676 190h86v196l-43-38-43 38z" fill="#5389d5" />
      <circle cx="560" cy="556" r="186" fill="none" stroke="#c9d8ee" strokeWidth="44" />
      <path
        d="M560 370a186 186 0 0 1 161.08 279"
        fill="none"
        stroke="#2f62b4"
        strokeWidth="44"
        strokeLinecap="round"
      />
      <path
        d="M560 452v104l74 56"
        fill="none"
        stroke="#1f3f74"
        strokeWidth="44"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
