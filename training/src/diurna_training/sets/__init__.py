"""One loader per data set; each checks what it reads."""
