/* Writes the cells of a dump (bench/dumpCells.ts) with libxlsxwriter in constant memory; prints the seconds that it took.
   The dump is read before the clock starts, and split while it is written, which costs a few hundredths of a second. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_MONOTONIC, &at);
    return at.tv_sec + at.tv_nsec / 1e9;
}

static char *plain(char *text) {
    char *to = text;
    for (char *from = text; *from; from++, to++) {
        if (*from == '\\') {
            from++;
            *to = *from == 't' ? '\t' : *from == 'n' ? '\n' : *from;
        } else
            *to = *from;
    }
    *to = 0;
    return text;
}

int main(int count, char **args) {
    if (count != 3) return 2;
    FILE *file = fopen(args[1], "rb");
    if (!file) return 2;
    fseek(file, 0, SEEK_END);
    long size = ftell(file);
    rewind(file);
    char *dump = malloc(size + 1);
    if (fread(dump, 1, size, file) != (size_t)size) return 2;
    dump[size] = 0;

    double began = now();
    lxw_workbook_options options = {.constant_memory = LXW_TRUE};
    lxw_workbook *book = workbook_new_opt(args[2], &options);
    lxw_format *formats[256];
    int known = 0;
    lxw_worksheet *sheet = NULL;
    lxw_row_t y = 0;
    char *rest = dump, *line;
    while ((line = strsep(&rest, "\n")) && *line) {
        char *mark = strsep(&line, "\t"), *field;
        if (*mark == 'F') {
            lxw_format *format = formats[known++] = workbook_add_format(book);
            format_set_num_format(format, strsep(&line, "\t"));
            if (*strsep(&line, "\t") == '1') format_set_text_wrap(format);
        } else if (*mark == 'S') {
            sheet = workbook_add_worksheet(book, plain(strsep(&line, "\t")));
            worksheet_freeze_panes(sheet, 1, 0);
            y = 0;
        } else {
            for (lxw_col_t x = 0; (field = strsep(&line, "\t")); x++) {
                if (!*field) continue;
                char kind = *field++;
                lxw_format *format = formats[atoi(strsep(&field, ":"))];
                if (kind == 'n')
                    worksheet_write_number(sheet, y, x, strtod(field, NULL), format);
                else if (kind == 's')
                    worksheet_write_string(sheet, y, x, plain(field), format);
                else if (kind == 'b')
                    worksheet_write_blank(sheet, y, x, format);
                else {
                    double result = strtod(strsep(&field, "|"), NULL);
                    *--field = '=';
                    worksheet_write_formula_num(sheet, y, x, plain(field), format, result);
                }
            }
            y++;
        }
    }
    if (workbook_close(book) != LXW_NO_ERROR) return 1;
    printf("%f\n", now() - began);
    return 0;
}
