import '../app/trusted-types.ts'
import '../styles/index.css'

import { i18n } from '@lingui/core'
import { I18nProvider } from '@lingui/react'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { Gallery } from './Gallery.tsx'
import { chooseLook, lookOf } from './look.ts'

const page = document.querySelector('#page')
if (page === null) throw new Error('The gallery has no place to stand in')
chooseLook(lookOf(location.search))

createRoot(page).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <Gallery />
    </I18nProvider>
  </StrictMode>,
)
