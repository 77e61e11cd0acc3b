using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Certificates;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.CheckPoints.Protection;
using XacThuc.Platform.CheckPoints.Scans;
using XacThuc.Platform.Portal.PersonalCode;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.CheckPoints.Trace;

/// <summary>Somebody who was there, uncovered.</summary>
internal sealed record TracedPerson(CoveredPerson Person, string Phone, string Place, DateTimeOffset From, DateTimeOffset Until, TimeSpan Together)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(TracedPerson);
}

/// <summary>What a query came to.</summary>
/// <param name="Own">Where the person was; none where a place is traced.</param>
/// <param name="Met">Who was there, the longest together first.</param>
/// <param name="IsCut">Whether there are more than are shown.</param>
internal sealed record TraceResult(IReadOnlyList<TracedPerson> Own, IReadOnlyList<TracedPerson> Met, bool IsCut)
{
    /// <summary>Nothing of the people.</summary>
    public override string ToString() => nameof(TraceResult);
}

/// <summary>Finds out who was where. Nothing is uncovered but what answers the question.</summary>
internal sealed class FindTraced(PlatformDb db, PersonCover cover, Qids qids)
{
    private const int Most = 5_000;
    private const int MostScans = 200_000;

    /// <summary>Answers a query.</summary>
    public async Task<TraceResult> Of(TraceQuery query, CancellationToken stop)
    {
        var wider = TimeSpan.FromMinutes(query.Minutes);
        List<Stay> own = [], met = [];
        if (query.Kind == TraceKind.Place)
        {
            met.AddRange((await StaysAt(query.PlaceId!.Value, query.From, query.Until, wider, stop)).Where(stay => stay.Within(query.From, query.Until, wider) is not null));
            return await Told(own, [.. met.Select(stay => (stay, stay.Within(query.From, query.Until, wider)!.Value))], stop);
        }

        var keys = await KeysOf(query, stop);
        own.AddRange((await StaysOf(query, keys, stop)).Where(stay => stay.Within(query.From, query.Until, TimeSpan.Zero) is not null));
        var together = new List<(Stay, TimeSpan)>();
        foreach (var stay in own)
        {
            foreach (var other in await StaysAt(stay.PlaceId, stay.From, stay.Until, wider, stop))
            {
                if (keys.Hold(other.Scan) || other.Within(stay.From, stay.Until, wider) is not { } time) continue;
                together.Add((other, time));
            }
        }

        return await Told(own, together, stop);
    }

    // By number also the personal codes and certificates of its records, by QID also the number: one code or the other was shown.
    private async Task<SoughtKeys> KeysOf(TraceQuery query, CancellationToken stop)
    {
        var number = cover.UncoverText(query.Subject!, query.Ref);
        List<VaccinationRecord> records = number.Length == 18
            ? await qids.Find(number, stop) is { } one ? [one] : []
            : await db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.Digits == number && record.JoinedIntoId == null && record.NumberVerdict != FieldVerdict.Wrong).Take(20).ToListAsync(stop);
        var (qidKeys, paperKeys) = (new List<byte[]?>(), new List<byte[]?>());
        foreach (var record in records)
        {
            qidKeys.AddRange((await qids.AllOf(record, stop)).Select(cover.KeyOfQid));
            if (record.NumberVerdict != FieldVerdict.Wrong && record.Digits.Length > 0) paperKeys.Add(cover.KeyOfPaper(record.Digits));
        }

        if (number.Length == 18) qidKeys.Add(cover.KeyOfQid(number));
        else paperKeys.Add(cover.KeyOfPaper(number));
        var ids = records.Select(record => record.Id).ToArray();
        var certificates = await db.Set<IssuedCertificate>().Where(issued => EF.Parameter(ids).Contains(issued.RecordId)).Select(issued => issued.Uvci).ToListAsync(stop);
        return new SoughtKeys([.. qidKeys], [.. paperKeys], [.. certificates.Select(cover.KeyOfCertificate)]);
    }

    private async Task<IEnumerable<Stay>> StaysOf(TraceQuery query, SoughtKeys keys, CancellationToken stop)
    {
        var (qids, papers, certificates) = keys;
        var (first, last, path) = (query.From - Stay.Longest, query.Until + Stay.Longest, query.Path);
        var places = db.Set<CheckPoint>().Where(place => place.Path.StartsWith(path)).Select(place => place.Id);
        var scans = await db.Set<Scan>().AsNoTracking()
            .Where(scan => scan.At >= first && scan.At <= last && places.Contains(scan.PlaceId)
                && ((scan.QidKey != null && EF.Parameter(qids).Contains(scan.QidKey)) || (scan.PaperKey != null && EF.Parameter(papers).Contains(scan.PaperKey))
                    || (scan.CertificateKey != null && EF.Parameter(certificates).Contains(scan.CertificateKey))))
            .Take(Most).ToListAsync(stop);

        // One person, whichever code was shown.
        return scans.GroupBy(scan => scan.PlaceId).SelectMany(place => Stay.Of(place.Select(scan => new Scan
        {
            Id = scan.Id,
            PlaceId = scan.PlaceId,
            At = scan.At,
            ReceivedAt = scan.ReceivedAt,
            Way = scan.Way,
            Kind = scan.Kind,
            Verdict = scan.Verdict,
            QidKey = [],
            Person = scan.Person,
        })));
    }

    private async Task<IEnumerable<Stay>> StaysAt(long placeId, DateTimeOffset from, DateTimeOffset until, TimeSpan wider, CancellationToken stop)
    {
        var (first, last) = (from - wider - Stay.Longest, until + wider + Stay.Longest);
        var scans = await db.Set<Scan>().AsNoTracking().Where(scan => scan.PlaceId == placeId && scan.At >= first && scan.At <= last).OrderBy(scan => scan.At).Take(MostScans).ToListAsync(stop);
        return Stay.Of(scans);
    }

    private async Task<TraceResult> Told(List<Stay> own, List<(Stay Stay, TimeSpan Together)> met, CancellationToken stop)
    {
        var ids = own.Select(stay => stay.PlaceId).Concat(met.Select(one => one.Stay.PlaceId)).Distinct().ToArray();
        var names = await db.Set<CheckPoint>().Where(place => EF.Parameter(ids).Contains(place.Id)).ToDictionaryAsync(place => place.Id, place => place.Name, stop);
        var distinct = met.DistinctBy(one => (one.Stay.Who, one.Stay.PlaceId, one.Stay.From)).OrderByDescending(one => one.Together).ThenBy(one => one.Stay.From).Take(Most + 1).ToList();
        var people = distinct.Take(Most).Select(one => (one.Stay, one.Together, Person: Uncovered(one.Stay.Scan))).ToList();
        var phones = await PhonesOf([.. people.Select(one => one.Person)], stop);
        return new TraceResult(
            [.. own.OrderBy(stay => stay.From).Select(stay => new TracedPerson(Uncovered(stay.Scan), "", names[stay.PlaceId], stay.From, stay.Until, stay.Until - stay.From))],
            [.. people.Select(one => new TracedPerson(one.Person, phones.GetValueOrDefault(one.Person.Qid) ?? phones.GetValueOrDefault(one.Person.Certificate, ""), names[one.Stay.PlaceId], one.Stay.From, one.Stay.Until, one.Together))],
            distinct.Count > Most);
    }

    private CoveredPerson Uncovered(Scan scan) => scan.Person is null ? new CoveredPerson("", "", "", "", "") : cover.Uncover(scan.Person, scan.Id);

    // Whoever is to be told has to be reached: by QID, or by the id of the certificate that was shown.
    private async Task<Dictionary<string, string>> PhonesOf(List<CoveredPerson> people, CancellationToken stop)
    {
        var (codes, certificates) = (Known(people, person => person.Qid), Known(people, person => person.Certificate));
        var records = db.Set<VaccinationRecord>();
        var byCode = await db.Set<PersonalQid>().Where(qid => EF.Parameter(codes).Contains(qid.Qid)).Join(records, qid => qid.RecordId, record => record.Id, (qid, record) => new { Of = qid.Qid, record.Phone }).ToListAsync(stop);
        var byCertificate = await db.Set<IssuedCertificate>().Where(issued => EF.Parameter(certificates).Contains(issued.Uvci)).Join(records, issued => issued.RecordId, record => record.Id, (issued, record) => new { Of = issued.Uvci, record.Phone }).ToListAsync(stop);
        return byCode.Concat(byCertificate).ToDictionary(one => one.Of, one => one.Phone, StringComparer.Ordinal);
    }

    private static string[] Known(List<CoveredPerson> people, Func<CoveredPerson, string> part) => [.. people.Select(part).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)];
}
