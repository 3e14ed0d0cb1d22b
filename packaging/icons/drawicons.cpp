// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::Literals::StringLiterals;

namespace {

bool draw(QSvgRenderer &mark, int size, const QString &file)
{
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    mark.render(&painter);
    painter.end();
    return image.save(file, "PNG");
}

} // namespace

/// drawicons MARK.svg FOLDER SIZE…: writes FOLDER/SIZE.png for each size.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    QSvgRenderer mark(arguments.value(1));
    bool isDrawn = mark.isValid();
    for (const QString &size : arguments.mid(3)) {
        isDrawn = isDrawn && draw(mark, size.toInt(), arguments.at(2) + u'/' + size + u".png"_s);
    }
    return isDrawn ? 0 : 1;
}
