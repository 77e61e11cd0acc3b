using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Portal.SignIn;
using XacThuc.Platform.Records;
using XacThuc.Web.Shell;

namespace XacThuc.Platform.Portal.LookUp;

/// <summary>A record that agrees with what was asked.</summary>
/// <param name="Ref">Its reference; of the record that it was joined into, where it was.</param>
/// <param name="Phone">Its phone.</param>
internal sealed record FoundRecord(string Ref, string Phone)
{
    /// <summary>Nothing of the record.</summary>
    public override string ToString() => nameof(FoundRecord);
}

/// <summary>
/// Finds whose record it is: number or phone must be the same, and two of name, date of birth and sex. So a record in which
/// one of them was typed wrong is found by the person whom it is about.
/// </summary>
internal sealed class FindRecords(PlatformDb db, TimeProvider time)
{
    private const int Agreeing = 2;

    // Of one number or phone; a phone that a whole school gave is still answered at once.
    private const int Most = 200;

    /// <summary>Records that agree with a question. One statement, whatever it finds.</summary>
    public async Task<IReadOnlyList<FoundRecord>> Of(Question question, CancellationToken stop)
    {
        var (digits, phone) = (question.Digits, question.Phone);
        var records = db.Set<VaccinationRecord>();
        var there = digits.Length > 0 ? records.Where(record => record.Digits == digits && record.Digits != "") : records.Where(record => record.Phone == phone && record.Phone != "");
        var candidates = await there.OrderBy(record => record.Id).Take(Most)
            .Select(record => new
            {
                record.Ref,
                record.Phone,
                record.NameSearch,
                record.BornOn,
                record.Sex,
                Into = records.Where(other => other.Id == record.JoinedIntoId).Select(other => other.Ref).FirstOrDefault(),
            }).ToListAsync(stop);
        return [.. candidates.Where(record => IsTheirs(question.Read, record.NameSearch, record.BornOn, record.Sex))
            .Select(record => new FoundRecord(record.Into ?? record.Ref, record.Phone)).Distinct()];
    }

    /// <summary>Records of whom VNeID says who they are, at level 2.</summary>
    public async Task<IReadOnlyList<FoundRecord>> Of(VerifiedPerson person, CancellationToken stop)
    {
        var written = new WrittenRecord(person.Name, person.Sex, person.DateOfBirth, person.Number, "");
        var read = ReadFields.Of(written, new FieldReading(Shown.Day(time.GetUtcNow())));
        return read.Digits.Length == 0 ? [] : await Of(new Question(read, read.Digits, ""), stop);
    }

    private static bool IsTheirs(in ReadFields asked, string name, int born, string sex)
    {
        var agreeing = 0;
        if (asked.NameText.Search.Length > 0 && asked.NameText.Search.Equals(name, StringComparison.Ordinal)) agreeing++;
        if (IsSame(asked.Born, born)) agreeing++;
        if (asked.SexRead is { } told && SexOf(sex) == told) agreeing++;
        return agreeing >= Agreeing;
    }

    // Of the old often only the year is known, to them or to the record.
    private static bool IsSame(PartialDate asked, int born)
    {
        if (!asked.IsKnown || born == 0) return false;
        var there = PartialDate.FromPacked((uint)born);
        return asked == there || (asked.Year == there.Year && (asked.Month == 0 || there.Month == 0));
    }

    private static Sex? SexOf(string written)
    {
        Span<byte> bytes = stackalloc byte[64];
        return System.Text.Encoding.UTF8.TryGetBytes(written, bytes, out var length) && FieldReading.Sex(bytes[..length], out var sex) == FieldVerdict.NotCompared
            ? sex : null;
    }
}
