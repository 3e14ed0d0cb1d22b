// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/panelsources.h"

#include "app/core/text.h"
#include "app/export/filename.h"
#include "app/export/picturepart.h"
#include "ui/panels/panelset.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace emberline {

namespace {

bool isSideBySide(const PictureSource &source)
{
    return source.view.look.layout == ChartLayout::SideBySide && !source.dataset->isEmpty();
}

std::vector<Panel> panelsIn(const PictureSource &source, DatasetModel &model)
{
    model.setDataset(source.dataset, source.looks, source.earlier);
    return panelsOf(model, source.view.query, source.view.look.panels);
}

bool contains(const std::vector<SeriesId> &ids, const SeriesId &id)
{
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

/// All series that @p query asks for, but @p panel does not show.
std::vector<SeriesId> othersThan(const std::vector<SeriesId> &panel,
                                 const Query &query,
                                 const std::vector<SeriesId> &hidden)
{
    std::vector<SeriesId> others;
    for (const SeriesKey &key : seriesOf(query)) {
        const SeriesId id = idOf(key);
        if (!contains(panel, id) || contains(hidden, id)) {
            others.push_back(id);
        }
    }
    return others;
}

/// Those of @p hidden that @p query still asks for.
std::vector<SeriesId> stillHidden(const std::vector<SeriesId> &hidden, const Query &query)
{
    std::vector<SeriesId> still;
    for (const SeriesKey &key : seriesOf(query)) {
        if (contains(hidden, idOf(key))) {
            still.push_back(idOf(key));
        }
    }
    return still;
}

/// What all panels have in common does not tell which one this is.
QString titled(const QString &panel, const QString &title)
{
    //: the name of a panel and the title of the view: "Gold members: app_open per day"
    return QCoreApplication::translate("PanelSources", "%1: %2").arg(displayText(panel), title);
}

PictureSource sourceOf(const Panel &panel, const PictureSource &source, const DatasetModel &model)
{
    const Look &look = source.view.look;
    const std::vector<SeriesId> shown = seriesIn(panel, model, look.panels.split);
    View narrowed = source.view;
    narrowed.look.hidden = othersThan(shown, source.view.query, look.hidden);
    narrowed.look.zoom.reset(); // cuts nothing away: the lines go on beyond the edges
    PicturePart part = picturePart(narrowed, *source.dataset, source.earlier);

    PictureSource one = source;
    one.view = part.view;
    one.view.look.layout = ChartLayout::Overlay;
    one.view.look.hidden = stillHidden(look.hidden, part.view.query);
    one.view.look.zoom = look.zoom;
    one.dataset = std::make_shared<const Dataset>(std::move(part.dataset));
    one.earlier = std::move(part.earlier);
    one.looks = panel.looks;
    const bool isDemo = !source.text.notice.isEmpty();
    one.text = seenText(one.view, *one.dataset, source.locale, isDemo, one.earlier);
    if (look.panels.split != PanelSplit::Event || !one.view.title.isEmpty()) {
        one.text.title = titled(panel.name, one.text.title);
    }
    return one;
}

} // namespace

std::vector<PictureSource> panelSources(const PictureSource &source)
{
    if (!isSideBySide(source)) {
        return {source};
    }
    DatasetModel model;
    std::vector<PictureSource> sources;
    double largest = 0;
    for (const Panel &panel : panelsIn(source, model)) {
        sources.push_back(sourceOf(panel, source, model));
        largest = std::max(largest, largestIn(panel, model));
    }
    for (PictureSource &one : sources) {
        one.largest = source.view.look.panels.ownScale ? 0 : largest;
    }
    return sources;
}

QStringList panelNames(const PictureSource &source)
{
    QStringList names;
    if (isSideBySide(source)) {
        DatasetModel model;
        for (const Panel &panel : panelsIn(source, model)) {
            names.append(panel.name);
        }
    }
    return names;
}

QStringList panelFileNames(const QString &baseName, const QStringList &panels)
{
    constexpr qsizetype longest = 200; // file systems take 255, with scale and suffix
    QStringList names;
    for (const QString &panel : panels) {
        const QString part = u'_' + fileNamePart(panel);
        names.append(baseName.left(longest - part.size()) + part);
    }
    return uniqueFileNames(names);
}

} // namespace emberline
