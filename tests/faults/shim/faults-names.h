// The wrappers for names: open, close, rename, unlink, mkdir, link. Part of faults.c.
static int plain_open(int at, const char *path, int flags, mode_t mode) {
  return sys(SYS_openat, at, path, flags | O_LARGEFILE, mode);
}

static int opened(int at, const char *path, int flags, mode_t mode) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) {
    int other = plain_open(at, path, flags, mode);
    /* Whoever had this number before may have given it back in a way that is not seen here. */
    if (control != NULL && other >= 0 && other < MOST_FILES) handles[other] = 0;
    return other;
  }
  pthread_mutex_lock(&mutex);
  struct stat before;
  int existed = lstat(whole, &before) == 0;
  int creates = !existed && (flags & O_CREAT);
  int cuts = existed && (flags & O_TRUNC) && S_ISREG(before.st_mode) && before.st_size > 0;
  int result = -1;
  int verdict = creates || cuts ? begin(creates) : GO_ON;
  if (verdict == FAIL || verdict == SHORT) {
    if (verdict == SHORT) errno = ENOSPC;
    pthread_mutex_unlock(&mutex);
    return -1;
  }
  result = plain_open(at, path, flags, mode);
  if (verdict == HALF) die();
  if (result >= 0 && result < MOST_FILES) {
    struct stat now;
    int is_folder = fstat(result, &now) == 0 && S_ISDIR(now.st_mode);
    uint32_t handle = ++control->last_handle;
    handles[result] = handle;
    put((struct record){.kind = OPEN, .handle = handle, .flags = creates | (cuts ? 2 : 0) | (is_folder ? 4 : 0),
                        .first_bytes = strlen(whole), .operation = control->operations}, whole, NULL);
  }
  int error = errno;
  pthread_mutex_unlock(&mutex);
  errno = error;
  return result;
}

#define MODE(flags) \
  mode_t mode = 0; \
  if ((flags) & (O_CREAT | O_TMPFILE)) { va_list list; va_start(list, flags); mode = va_arg(list, mode_t); va_end(list); }
int open(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE(flags) return opened(AT_FDCWD, path, flags, mode); }
int openat(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int openat64(int at, const char *path, int flags, ...) { MODE(flags) return opened(at, path, flags, mode); }
int creat(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return opened(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }

int close(int file) {
  if (handle_of(file) != 0) handles[file] = 0;
  return sys(SYS_close, file);
}
static int same_handle(int from, int to) {
  if (control != NULL && from >= 0 && from < MOST_FILES && to >= 0 && to < MOST_FILES) handles[to] = handles[from];
  return to;
}
int dup(int file) { return same_handle(file, sys(SYS_dup, file)); }
int dup2(int file, int to) { return same_handle(file, file == to ? to : sys(SYS_dup3, file, to, 0)); }
int dup3(int file, int to, int flags) { return same_handle(file, sys(SYS_dup3, file, to, flags)); }

/* An operation on one or two names: counted, failed where asked, done by `call`, logged. */
#define ON_NAMES(kind_of, space, first, second, call) \
  pthread_mutex_lock(&mutex); \
  int verdict = begin(space), result = -1; \
  if (verdict == SHORT) errno = ENOSPC; \
  if (verdict == GO_ON || verdict == HALF) result = call; \
  if (verdict == HALF) die(); \
  int error = errno; \
  if (result == 0) \
    put((struct record){.kind = kind_of, .first_bytes = strlen(first), .second_bytes = strlen(second), .operation = control->operations}, first, second); \
  pthread_mutex_unlock(&mutex); \
  errno = error; \
  return result;

static int renamed(int from_at, const char *from, int to_at, const char *to, unsigned flags) {
  char first[PATH_MAX], second[PATH_MAX];
  const char *a = watched(from_at, from, first), *b = watched(to_at, to, second);
  if (a == NULL && b == NULL) return sys(SYS_renameat2, from_at, from, to_at, to, flags);
  if (a == NULL || b == NULL || flags != 0) control->unknown++;
  ON_NAMES(RENAME, 1, first, second, sys(SYS_renameat2, from_at, from, to_at, to, flags))
}
int rename(const char *from, const char *to) { return renamed(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int from_at, const char *from, int to_at, const char *to) { return renamed(from_at, from, to_at, to, 0); }
int renameat2(int from_at, const char *from, int to_at, const char *to, unsigned flags) { return renamed(from_at, from, to_at, to, flags); }

static int unlinked(int at, const char *path, int flags) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) return sys(SYS_unlinkat, at, path, flags);
  struct stat found;
  /* What isn't there is no operation: SQLite and rm -f try names that may not exist. */
  if (lstat(whole, &found) != 0) return sys(SYS_unlinkat, at, path, flags);
  ON_NAMES(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, whole, "", sys(SYS_unlinkat, at, path, flags))
}
int unlink(const char *path) { return unlinked(AT_FDCWD, path, 0); }
int unlinkat(int at, const char *path, int flags) { return unlinked(at, path, flags); }
int rmdir(const char *path) { return unlinked(AT_FDCWD, path, AT_REMOVEDIR); }
int remove(const char *path) {
  struct stat found;
  return unlinked(AT_FDCWD, path, lstat(path, &found) == 0 && S_ISDIR(found.st_mode) ? AT_REMOVEDIR : 0);
}

static int made(int at, const char *path, mode_t mode) {
  char whole[PATH_MAX];
  if (watched(at, path, whole) == NULL) return sys(SYS_mkdirat, at, path, mode);
  struct stat found;
  if (lstat(whole, &found) == 0) return sys(SYS_mkdirat, at, path, mode);
  ON_NAMES(MKDIR, 1, whole, "", sys(SYS_mkdirat, at, path, mode))
}
int mkdir(const char *path, mode_t mode) { return made(AT_FDCWD, path, mode); }
int mkdirat(int at, const char *path, mode_t mode) { return made(at, path, mode); }

int link(const char *from, const char *to) {
  char whole[PATH_MAX];
  if (watched(AT_FDCWD, to, whole) != NULL) control->unknown++;
  return sys(SYS_linkat, AT_FDCWD, from, AT_FDCWD, to, 0);
}
int symlink(const char *target, const char *path) {
  char whole[PATH_MAX];
  if (watched(AT_FDCWD, path, whole) != NULL) control->unknown++;
  return sys(SYS_symlinkat, target, AT_FDCWD, path);
}
