using XacThuc.Platform.CheckPoints.Scans;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>Somebody was at a place: from going in to going out, or at one moment where only one of them is known.</summary>
/// <param name="Who">By what the person is recognised in scans.</param>
/// <param name="PlaceId">Where.</param>
/// <param name="From">From when.</param>
/// <param name="Until">Until when.</param>
/// <param name="Scan">A scan that says who.</param>
internal sealed record Stay(string Who, long PlaceId, DateTimeOffset From, DateTimeOffset Until, Scan Scan)
{
    /// <summary>Who goes in and is not seen to go out within so long is taken to have left otherwise.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>For how long it lies within a span, which is widened on both sides; none where it does not touch it.</summary>
    public TimeSpan? Within(DateTimeOffset from, DateTimeOffset until, TimeSpan wider)
    {
        var (first, last) = (From > from - wider ? From : from - wider, Until < until + wider ? Until : until + wider);
        return first <= last ? last - first : null;
    }

    /// <summary>The stays that scans of places tell of.</summary>
    public static IEnumerable<Stay> Of(IEnumerable<Scan> scans)
    {
        foreach (var visits in scans.GroupBy(scan => (scan.PlaceId, Who: KeyOf(scan))))
        {
            Scan? inside = null;
            foreach (var scan in visits.OrderBy(scan => scan.At).ThenBy(scan => scan.Way))
            {
                if (inside is not null && scan.Way == ScanWay.Out && scan.At - inside.At <= Longest)
                {
                    yield return new Stay(visits.Key.Who, scan.PlaceId, inside.At, scan.At, inside);
                    inside = null;
                    continue;
                }

                if (scan.Way == ScanWay.In)
                {
                    if (inside is not null) yield return At(visits.Key.Who, inside);
                    inside = scan;
                    continue;
                }

                yield return At(visits.Key.Who, scan);
            }

            if (inside is not null) yield return At(visits.Key.Who, inside);
        }
    }

    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(Stay);

    // A code of which nothing is known is nobody else's.
    private static string KeyOf(Scan scan) => (scan.QidKey, scan.PaperKey, scan.CertificateKey) switch
    {
        ({ } qid, _, _) => "q" + Convert.ToHexString(qid),
        (_, { } paper, _) => "p" + Convert.ToHexString(paper),
        (_, _, { } certificate) => "c" + Convert.ToHexString(certificate),
        _ => "s" + scan.Id.ToString("N"),
    };

    private static Stay At(string who, Scan scan) => new(who, scan.PlaceId, scan.At, scan.At, scan);
}
