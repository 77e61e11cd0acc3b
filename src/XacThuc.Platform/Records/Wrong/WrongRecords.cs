using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Records.Wrong;

/// <summary>What of the work-list somebody wants to see; also the query of its address.</summary>
public sealed record WrongFilter
{
    /// <summary>A status; all that are not right where none is named.</summary>
    public RecordStatus? Status { get; init; }

    /// <summary>A field that is not right.</summary>
    public MandatoryField? Field { get; init; }

    /// <summary>A commune of residence.</summary>
    public string? Commune { get; init; }

    /// <summary>A hamlet.</summary>
    public string? Hamlet { get; init; }

    /// <summary>A part of a name, without marks, or the beginning of a number.</summary>
    public string? Q { get; init; }

    /// <summary>The same as a query, behind a question mark; empty where nothing is asked.</summary>
    public string Query
    {
        get
        {
            (string Name, string? Value)[] parts =
                [("status", Status?.ToString()), ("field", Field?.ToString()), ("commune", Commune), ("hamlet", Hamlet), ("q", Q)];
            var query = string.Join('&', parts.Where(part => !string.IsNullOrEmpty(part.Value))
                .Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value!)}"));
            return query.Length == 0 ? "" : "?" + query;
        }
    }

    /// <summary>Nothing of what is sought.</summary>
    public override string ToString() => nameof(WrongFilter);
}

/// <summary>The records that are not right, oldest first: the health unit's work-list.</summary>
internal sealed class WrongRecords(PlatformDb db)
{
    /// <summary>Nobody works through more in a day; what lies beyond is not counted, so that pages stay quick.</summary>
    public const int MostCounted = 10_000;

    private const long Near = 50_000;

    /// <summary>Those of the units that somebody reaches.</summary>
    public async Task<IQueryable<VaccinationRecord>> Of(WrongFilter filter, SignedIn me, CancellationToken stop)
    {
        var units = await RecordsAccess.UnitsOf(db, me, stop);
        var records = db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.JoinedIntoId == null);
        records = units is [var one] ? records.Where(record => record.UnitId == one) : records.Where(record => units.Contains(record.UnitId));
        records = filter.Status is { } status
            ? records.Where(record => record.Status == status)
            : records.Where(record => record.Status == RecordStatus.Mismatched || record.Status == RecordStatus.Unauthenticated
                || record.Status == RecordStatus.Invalid);
        if (filter.Field is { } field) records = NotRight(records, field);
        if (!string.IsNullOrEmpty(filter.Commune)) records = records.Where(record => record.CommuneCode == filter.Commune);
        if (!string.IsNullOrEmpty(filter.Hamlet)) records = records.Where(record => record.Hamlet == filter.Hamlet);
        return Search(records, filter.Q);
    }

    private static IQueryable<VaccinationRecord> NotRight(IQueryable<VaccinationRecord> records, MandatoryField field) => field switch
    {
        MandatoryField.Name => records.Where(record => record.NameVerdict > FieldVerdict.Right),
        MandatoryField.Sex => records.Where(record => record.SexVerdict > FieldVerdict.Right),
        MandatoryField.DateOfBirth => records.Where(record => record.DateVerdict > FieldVerdict.Right),
        MandatoryField.Number => records.Where(record => record.NumberVerdict > FieldVerdict.Right),
    };

    /// <summary>How many there are, up to one more than <see cref="MostCounted"/>.</summary>
    public static Task<int> Count(IQueryable<VaccinationRecord> records, CancellationToken stop) =>
        records.OrderBy(record => record.Id).Select(record => record.Id).Take(MostCounted + 1).CountAsync(stop);

    /// <summary>The next of the list behind a record, or before it.</summary>
    public async Task<string?> Neighbour(long id, bool isNext, WrongFilter filter, SignedIn me, CancellationToken stop)
    {
        var records = await Of(filter, me, stop);
        // Mostly it is near. What is rare, or nowhere, is sought by all that narrows it (plus zero: not along the keys), for
        // a walk along the keys may pass millions.
        return isNext
            ? await First(records.Where(record => record.Id > id && record.Id <= id + Near).OrderBy(record => record.Id))
                ?? await First(records.Where(record => record.Id > id).OrderBy(record => record.Id + 0))
            : await First(records.Where(record => record.Id < id && record.Id >= id - Near).OrderByDescending(record => record.Id))
                ?? await First(records.Where(record => record.Id < id).OrderByDescending(record => record.Id + 0));

        Task<string?> First(IQueryable<VaccinationRecord> ordered) => ordered.Select(record => record.Ref).FirstOrDefaultAsync(stop);
    }

    /// <summary>Narrows records to those of a name or number.</summary>
    public static IQueryable<VaccinationRecord> Search(IQueryable<VaccinationRecord> records, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return records;
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        if (digits.Length >= 3) return records.Where(record => record.Digits.StartsWith(digits) || record.ExternalId == typed);
        var name = NameText.SearchOf(typed);
        return name.Length == 0 ? records.Where(record => record.ExternalId == typed) : records.Where(record => record.NameSearch.Contains(name));
    }
}
