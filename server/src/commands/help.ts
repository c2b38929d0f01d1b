/** What `kith-server --help` says. */
export const HELP = `kith-server: the backend of an anonymous question box. It keeps sealed questions that it cannot read.

  kith-server                    serves; the first start prints a link with which the box is made
  kith-server claim              prints a new first link
  kith-server backup FILE        writes a backup while the server runs
  kith-server restore FILE [--journal FILE…]
                                 puts a backup in place, then erases again what was erased since
  kith-server retain             deletes what has had its day, now (the server does it every hour)
  kith-server retain --clock-is-right
                                 the same, after a jump of the clock or a long rest
  kith-server --version          prints the version

Settings, all from the environment, none needed:
  KITH_DATA          folder for the database and the journal of erasures   ./kith-data
  KITH_JOURNAL       file of that journal, best on another disk            KITH_DATA/erasures.journal
  DATABASE_URL       postgres://… in place of the file in KITH_DATA
  HOST, PORT         where to listen                                       localhost, 4180
  KITH_URL           the address at which people reach this server         http://localhost:4180
  KITH_ORIGINS       origins of the pages with the widget, such as https://www.example.org
  KITH_DESK_ORIGIN   origin of a desk that is opened from elsewhere
  KITH_BACKUP_DAYS   days for which backups are kept                       30
  KITH_BOX_LIMIT     questions alive in one box                            5000
  KITH_RATES         requests a second and at once for one box             send=5/300 look-up=20/600 erase=5/300
  KITH_PROOF_PREFIX  zeros of the proof of work                            000
`;
