import type { SameShape } from '../../blocks.ts'
import type { safety as english } from '../en/safety.ts'

export const safety: SameShape<typeof english> = {
  safety: {
    title: 'Qué protege Habeas y qué no puede proteger',
    lead: 'Bloqueada o apagada, la bóveda solo revela que es una bóveda. Abierta, es tan segura como la sala y el equipo en que se usa.',
    blocks: [
      { kind: 'picture', picture: 'unlock', alt: 'El programa bloqueado pide la frase de contraseña.' },
      {
        kind: 'table',
        head: ['Frente a', 'Qué hace Habeas', 'Qué no puede hacer'],
        rows: [
          [
            'Quien roba el equipo',
            'Apagada o bloqueada, la bóveda son archivos cifrados sin una palabra legible.',
            'Ocultar que es una bóveda, su tamaño o cuándo se usó por última vez.',
          ],
          [
            'Un registro en la frontera',
            'Nada de un caso queda fuera de la bóveda: ni lista de archivos recientes ni copia temporal.',
            'Responder por usted cuando le pidan la frase de contraseña.',
          ],
          [
            'La coacción',
            'Bloquea al instante. {quickErase} destruye las llaves antes de que nadie pregunte.',
            'Proteger lo que abre una frase de contraseña arrancada por la fuerza. No hay una segunda bóveda, inofensiva, detrás de otra frase.',
          ],
          [
            'Un colega',
            'Se bloquea sola. El historial dice quién cambió qué y qué ponía antes.',
            'Ocultar una parte de la bóveda a quien tiene una llave.',
          ],
          [
            'Un archivo hostil',
            'Lo que se ve en pantalla funciona apartado de sus archivos y sin red alguna.',
            'Hacer seguro un archivo que usted abra con otro programa.',
          ],
          [
            'Un corte de luz, un fallo, un disco lleno',
            'Lo guardado queda guardado, y ningún cambio queda a medias. Lo que estaba escribiendo vuelve.',
            'Reemplazar un disco que muere. Para eso están las copias de respaldo.',
          ],
          [
            'Quien altera los archivos',
            'El daño y la falsificación se notan y nunca se muestran como si fueran datos.',
            'Notar que se repuso una copia antigua de toda la bóveda, si usted no compara las cuatro palabras.',
          ],
        ],
      },
      { kind: 'heading', text: 'Fuera del alcance de cualquier programa' },
      {
        kind: 'list',
        items: [
          'Los programas dañinos en este equipo mientras la bóveda está abierta: ven lo que usted ve y leen la frase de contraseña mientras la escribe.',
          'Una frase de contraseña que alguien le arranque por la fuerza.',
          'Una cámara o una persona que mire por encima del hombro.',
          'Quien guardó una copia antigua de toda la bóveda y la repone donde nadie compara las cuatro palabras.',
          'Los rastros que el propio sistema escribe en un disco sin cifrar cuando falta memoria o el equipo hiberna.',
        ],
      },
      {
        kind: 'note',
        text: 'Habeas no oculta que hay una bóveda. Quien encuentra la carpeta sabe lo que es, y no lo que contiene.',
      },
      {
        kind: 'list',
        items: ['{#locking}', '{#keys}', '{#backups}', '{#damage}', '{#pressure}', '{#computer}'],
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
          ['Sin cambios', 'Bajo custodia o de paradero desconocido, y nadie cambió el expediente en 30 días.'],
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
