import type { SameShape } from '../../blocks.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: SameShape<typeof english> = {
  safety: {
    title: 'Bloqueo, frase de contraseña, y de qué no puede proteger Habeas',
    lead: 'Bloqueada o apagada, la bóveda solo revela que es una bóveda. Abierta, es tan segura como la sala y el equipo en que se usa.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'El programa bloqueado pide la frase de contraseña.' },
      { kind: 'heading', text: 'Bloquear' },
      {
        kind: 'list',
        items: [
          '{lock}, o [Ctrl+L], en cualquier momento. Lo que estaba escribiendo se conserva y está ahí al desbloquear.',
          'Se bloquea sola tras un rato sin uso, cuando el equipo se suspende y cuando se bloquea su pantalla. Cuánto tarda se elige en {settings}.',
          'Al bloquear termina cada parte del programa, para que ningún nombre quede en su memoria.',
        ],
      },
      { kind: 'heading', text: 'La frase de contraseña' },
      {
        kind: 'list',
        items: [
          'Nadie puede abrir la bóveda sin ella, y nadie puede restablecerla: ni la oficina ni quienes hacen Habeas.',
          'Más vale larga que rara: siete palabras que no tengan que ver entre sí.',
          'Cámbiela en {settings}. Una copia anterior de la bóveda sigue abriéndose con la antigua.',
        ],
      },
      { kind: 'heading', text: '¿La ha tocado alguien?' },
      {
        kind: 'text',
        text: 'Al desbloquear, la primera página dice el número, el día y cuatro palabras de {lastChange}. Si no son los que dejó, alguien puede haber puesto una copia antigua. Anótelos en papel cuando importe. {checkVault}, en {settings}, lo revisa todo.',
      },
      { kind: 'heading', text: 'Una copia para los malos días' },
      {
        kind: 'text',
        text: 'Bloquee y copie la carpeta entera de la bóveda a un disco cifrado que se guarde en otro sitio. La copia se abre con la frase de contraseña de su día.',
      },
      { kind: 'heading', text: 'De qué no puede proteger' },
      {
        kind: 'list',
        items: [
          'De programas dañinos en este equipo mientras la bóveda está abierta: ven lo que usted ve.',
          'De una frase de contraseña que alguien le arranque por la fuerza.',
          'De una cámara o una persona que mire por encima del hombro.',
          'De quien guardó una copia antigua de toda la bóveda y la repone donde nadie compara las cuatro palabras.',
          'De los rastros que el propio sistema escribe en un disco sin cifrar cuando falta memoria o el equipo hiberna. Active el cifrado de todo el disco.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas no oculta que hay una bóveda. Quien encuentra la carpeta sabe lo que es, y no lo que contiene.',
      },
    ],
  },
  keyboard: {
    title: 'Teclado',
    lead: 'Todo puede hacerse sin ratón. Estas son las teclas que funcionan en este momento; dentro de un expediente hay más.',
    blocks: [
      { kind: 'shortcuts' },
      { kind: 'heading', text: 'En todas partes' },
      {
        kind: 'table',
        head: ['Teclas', 'Qué hacen'],
        rows: [
          ['[Tab]', 'al campo o botón siguiente; en un campo: salir y registrar lo escrito'],
          ['[Shift+Tab]', 'al anterior'],
          ['[Enter]', 'abrir, pulsar o empezar a editar un campo'],
          ['[Esc]', 'cerrar lo que está abierto; salir de un campo'],
          ['[↑] [↓]', 'recorrer una lista'],
        ],
      },
    ],
  },
  words: {
    title: 'Palabras usadas',
    lead: 'Qué significan aquí las palabras. Otras oficinas pueden usarlas de otro modo; los informes dicen qué significan.',
    blocks: [
      {
        kind: 'table',
        head: ['Palabra', 'Qué significa aquí'],
        rows: [
          ['Expediente', 'Una detención de una persona. Quien es detenido dos veces tiene dos expedientes.'],
          ['Cita', 'Dice qué fuente respalda una afirmación y en qué lugar de la fuente está.'],
          ['Nombre en clave', 'Cómo se llama una fuente protegida en la página y en los informes.'],
          ['Credibilidad', 'Cuán probable es que una afirmación sea cierta, de 1 a 6.'],
          ['Situación de custodia', 'En qué situación está la persona, con su día: en prisión preventiva, en libertad, desaparecida.'],
          ['Borrador', 'Lo escrito y aún no registrado. Está en la bóveda, cifrado.'],
          ['Desaparición forzada', 'El Estado, o alguien con su apoyo, se lleva a una persona y lo niega u oculta dónde está.'],
          ['Vacío', 'Días en que nadie confirmó dónde estaba la persona.'],
          ['Habeas corpus', 'La petición de que un tribunal examine de inmediato si una detención es legal.'],
          ['Incomunicada', 'Detenida sin contacto con su familia ni con su defensa.'],
          ['Fiabilidad', 'Cuánto se puede confiar en una fuente en general, de A a F.'],
          ['Prisión preventiva', 'Detención por orden de un tribunal antes de la sentencia.'],
          ['Fuente', 'De dónde viene una afirmación: una persona, un papel, un acta judicial, una grabación.'],
          ['Sin tocar', 'Detenida o de paradero desconocido, y nadie cambió el expediente en 30 días.'],
          ['Afirmación', 'Un campo, o una frase de un texto, que dice algo de lo que pasó.'],
          ['Bóveda', 'La carpeta cifrada con todo lo que hay en ella.'],
          ['WGAD', 'El Grupo de Trabajo de las Naciones Unidas sobre la Detención Arbitraria.'],
          ['WGEID', 'El Grupo de Trabajo de las Naciones Unidas sobre las Desapariciones Forzadas o Involuntarias.'],
          ['Nota de paradero', 'Un lugar donde la persona estuvo o se dice que estuvo, desde cuándo y hasta cuándo.'],
        ],
      },
    ],
  },
}
