// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export/tableoptions.h"

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

/// Reads one character of @p allowed.
void readMark(const QJsonValue &value, QStringView allowed, QChar &mark)
{
    const QString text = value.toString();
    if (text.size() == 1 && allowed.contains(text.front())) {
        mark = text.front();
    }
}

void read(const QJsonValue &value, bool &flag)
{
    flag = value.toBool(flag);
}

} // namespace

QChar spreadsheetDecimalMark(const QLocale &locale)
{
    return locale.decimalPoint() == u","_s ? u',' : u'.';
}

TableOptions tableOptionsFor(const QLocale &locale)
{
    const QChar mark = spreadsheetDecimalMark(locale);
    return {.separator = mark == u',' ? u';' : u',', .decimalMark = mark};
}

QJsonObject toJson(const TableOptions &options, const TableOptions &usual)
{
    QJsonObject json;
    const auto keep = [&json](const QString &key, bool differs, const QJsonValue &value) {
        if (differs) {
            json.insert(key, value);
        }
    };
    keep(u"xlsx"_s, options.format != usual.format, options.format == TableOptions::Format::Xlsx);
    keep(u"long"_s, options.form != usual.form, options.form == TableOptions::Form::Long);
    keep(u"separator"_s, options.separator != usual.separator, QString(options.separator));
    keep(u"decimal_mark"_s, options.decimalMark != usual.decimalMark, QString(options.decimalMark));
    keep(u"local_dates"_s,
         options.dates != usual.dates,
         options.dates == TableOptions::Dates::Local);
    keep(u"byte_order_mark"_s, options.byteOrderMark != usual.byteOrderMark, options.byteOrderMark);
    keep(u"incomplete"_s,
         options.incompleteColumn != usual.incompleteColumn,
         options.incompleteColumn);
    keep(u"as_shown"_s, options.asShown != usual.asShown, options.asShown);
    return json;
}

TableOptions tableOptionsFrom(const QJsonObject &json, const TableOptions &usual)
{
    using Format = TableOptions::Format;
    using Form = TableOptions::Form;
    using Dates = TableOptions::Dates;
    TableOptions options = usual;
    const bool isXlsx = json.value(u"xlsx"_s).toBool(usual.format == Format::Xlsx);
    options.format = isXlsx ? Format::Xlsx : Format::Csv;
    const bool isLong = json.value(u"long"_s).toBool(usual.form == Form::Long);
    options.form = isLong ? Form::Long : Form::Wide;
    const bool isLocal = json.value(u"local_dates"_s).toBool(usual.dates == Dates::Local);
    options.dates = isLocal ? Dates::Local : Dates::Iso;
    readMark(json.value(u"separator"_s), u",;\t", options.separator);
    readMark(json.value(u"decimal_mark"_s), u".,", options.decimalMark);
    read(json.value(u"byte_order_mark"_s), options.byteOrderMark);
    read(json.value(u"incomplete"_s), options.incompleteColumn);
    read(json.value(u"as_shown"_s), options.asShown);
    return options;
}

} // namespace emberline
