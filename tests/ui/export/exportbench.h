// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/chart/sampledata.h"
#include "ui/export/exportdialog.h"

#include <QAbstractButton>
#include <QDir>
#include <QScrollArea>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

namespace emberline::test {

/// The shop's four segments over thirty days, as a query asks for them.
inline PictureSource shopSegments(ChartLayout layout = ChartLayout::Overlay)
{
    Query query;
    query.events = QStringList{u"checkout_completed"_s};
    query.segments = {{},
                      {.id = u"1"_s, .label = u"Gold members"_s},
                      {.id = u"2"_s, .label = u"Silver members"_s},
                      {.id = u"3"_s, .label = u"Basic members"_s}};
    const View view{.query = query, .look = {.layout = layout}};
    const QLocale locale(QLocale::English, QLocale::UnitedKingdom);
    auto dataset = std::make_shared<const Dataset>(shopDays());
    return {.dataset = dataset,
            .looks = shopLooks(),
            .view = view,
            .text = seenText(view, *dataset, locale, true),
            .locale = locale};
}

/// An open export dialog, with mouse and keys for it.
class ExportBench
{
public:
    explicit ExportBench(const PictureSource &source, const PictureChoice &choice = {})
        : m_dialog(std::make_unique<ExportDialog>(ExportSetup{.source = source,
                                                              .choice = choice,
                                                              .screenSize = QSize(1000, 700),
                                                              .folder = m_folder.path(),
                                                              .baseName = u"checkouts"_s}))
    {
        m_dialog->open();
        if (!QTest::qWaitForWindowActive(m_dialog.get())) {
            qFatal("the dialog is not active");
        }
    }

    [[nodiscard]] ExportDialog &dialog() { return *m_dialog; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString folder() const { return m_folder.path(); }
    [[nodiscard]] QStringList files() const
    {
        return QDir(m_folder.path())
            .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                       QDir::Name);
    }

    template <typename T>
    [[nodiscard]] T &child(const QString &name) const
    {
        auto *found = m_dialog->findChild<T *>(name);
        if (found == nullptr) {
            qFatal("%s is not in the dialog", qPrintable(name));
        }
        return *found;
    }

    void click(const QString &name) const
    {
        auto &button = child<QAbstractButton>(name);
        if (auto *area = m_dialog->findChild<QScrollArea *>();
            area != nullptr && area->isAncestorOf(&button)) {
            area->ensureWidgetVisible(&button);
        }
        QTest::mouseClick(&button, Qt::LeftButton, {}, QPoint(8, button.height() / 2));
    }

    /// Types over what stands in a field.
    void type(const QString &name, const QString &words) const
    {
        auto &field = child<QWidget>(name);
        field.setFocus();
        QTest::keyClick(&field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(&field, Qt::Key_Delete);
        QTest::keyClicks(&field, words);
    }

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ExportDialog> m_dialog;
};

} // namespace emberline::test
