import type { SameShape } from '../../blocks.ts'
import type { work as english } from '../en/work.ts'

export const work: SameShape<typeof english> = {
  'first-steps': {
    title: 'Primeros pasos',
    lead: 'Una bóveda guarda todos los expedientes, cifrados, en una sola carpeta. De una bóveda vacía no hay mucho camino hasta un primer informe y un modo de volver a entrar.',
    blocks: [
      { kind: 'heading', text: 'Antes del primer caso' },
      {
        kind: 'steps',
        items: [
          'Cree una bóveda con {newVault}. Elija como frase de contraseña una oración entera, o tome las palabras generadas. Nadie puede restablecerla.',
          'Escriba la frase de contraseña en un papel y guárdelo lejos del equipo.',
          'Para probar sin riesgo, cree otra bóveda y marque {examples}.',
        ],
      },
      { kind: 'heading', text: 'De una llamada a un informe' },
      {
        kind: 'steps',
        items: [
          'Anote un caso: {newCase}, o [Ctrl+N]. Basta un nombre, o lo que se sepa de la persona.',
          'Cite quién lo dijo: vaya a una afirmación y pulse [C].',
          'Saque un informe: abra el expediente y elija {report}.',
          'Conserve un modo de volver a entrar: cree en los ajustes un código o tarjetas de recuperación y pruébelos. Sin ellos, una frase de contraseña olvidada se lo lleva todo.',
        ],
      },
      {
        kind: 'picture',
        picture: 'home',
        alt: 'La primera página: lo que necesita atención, el trabajo reciente y cuántas personas estuvieron detenidas a lo largo del tiempo.',
      },
      {
        kind: 'note',
        text: 'No hay botón de guardar. Lo que se escribe queda como borrador en la bóveda mientras se escribe, y se registra al salir del campo.',
      },
    ],
  },
  call: {
    title: 'Un caso nuevo durante una llamada',
    lead: 'La pantalla de caso nuevo hace cuatro preguntas, en el orden en que suele contarse. Solo hace falta un nombre o una descripción.',
    blocks: [
      { kind: 'picture', picture: 'intake', alt: 'La pantalla de caso nuevo a medio llenar, con posibles homónimos al lado.' },
      {
        kind: 'list',
        items: [
          'Escriba lo que se dijo, tal como se dijo: «unos 30», «hombres de civil», «antes del viernes». Debajo se ve lo que se entendió.',
          'Pase de un campo a otro con [Tab]. Registre el caso desde cualquier campo con [Ctrl+Enter].',
          'La fuente que nombre respalda todo lo que registre en esta pantalla. Después podrá corregir cada dato.',
          'Al lado aparecen personas de nombre parecido, con el motivo. Diga si es la misma persona o si no lo es.',
          'Antes de que cuelguen, mire las preguntas de al lado: son las que suelen faltar después.',
        ],
      },
      {
        kind: 'text',
        text: 'Varias personas detenidas juntas: registre la primera con {sameArrest}. El lugar, el día, los cuerpos y la fuente quedan; solo se pregunta de nuevo quién fue detenido.',
      },
      {
        kind: 'note',
        text: 'Si la llamada se corta, deje la pantalla como está o bloquee. La primera página muestra lo empezado y se sigue donde se quedó.',
      },
    ],
  },
  grading: {
    title: 'Fuentes y calificación',
    lead: 'Cada afirmación debería decir quién lo dijo. Un número pequeño lleva a su fuente; los puntos debajo de una afirmación dicen que no tiene ninguna.',
    blocks: [
      { kind: 'picture', picture: 'citing', alt: 'Citar una fuente para un campo del expediente.' },
      {
        kind: 'text',
        text: 'Se juzgan dos cosas por separado: cuánto se puede confiar en la fuente en general, y cuán creíble es esta afirmación. Una buena fuente puede equivocarse; una mala puede acertar.',
      },
      {
        kind: 'table',
        head: ['{reliability}', 'La fuente es'],
        rows: [
          ['A', 'totalmente fiable'],
          ['B', 'normalmente fiable'],
          ['C', 'bastante fiable'],
          ['D', 'poco fiable'],
          ['E', 'no fiable'],
          ['F', 'sin juzgar: no se puede decir'],
        ],
      },
      {
        kind: 'table',
        head: ['{credibility}', 'La afirmación es'],
        rows: [
          ['1', 'confirmada por otras fuentes independientes'],
          ['2', 'probablemente cierta'],
          ['3', 'posiblemente cierta'],
          ['4', 'dudosa'],
          ['5', 'improbable'],
          ['6', 'sin juzgar: no se puede decir'],
        ],
      },
      {
        kind: 'note',
        text: 'F y 6 no son las peores notas. Dicen que nadie ha juzgado todavía.',
      },
      {
        kind: 'list',
        items: [
          'Para un 1, dos fuentes deben ser independientes. Tres periódicos que citan una publicación son una sola fuente: diga a qué fuente retransmite cada una.',
          'Una fuente protegida aparece solo con su {codeName}, aquí y en todo informe.',
          'Si dos fuentes se contradicen, guarde los dos valores uno junto al otro, cada uno con su fuente.',
        ],
      },
    ],
  },
  dates: {
    title: 'Fechas inciertas',
    lead: 'Escriba la fecha como se dijo. Se guarda con sus palabras y nunca se hace más precisa de lo que era.',
    blocks: [
      {
        kind: 'dates',
        items: [
          '9 feb 2024',
          '9/2/2024',
          'febrero de 2024',
          '2024',
          'hacia marzo de 2024',
          'antes del 9 de febrero de 2024',
          'entre el 3 y el 5 de marzo de 2024',
          'desde el 9 de febrero de 2024',
          '2024?',
          'ayer',
        ],
      },
      {
        kind: 'list',
        items: [
          'Debajo del campo se ve lo que se entendió mientras escribe. Si no es lo que quería decir, escríbalo de otra manera.',
          'En «9/2/2024» el día va primero. Escriba el mes con letras si puede leerse mal.',
          'El año lleva cuatro cifras.',
          'Los días contados a partir de esas fechas son márgenes: «63–70 días». «Unos» dice que alguna fecha es aproximada.',
        ],
      },
      {
        kind: 'text',
        text: 'En un dibujo, un borde que se desvanece es un día que nadie conoce con exactitud.',
      },
    ],
  },
}
