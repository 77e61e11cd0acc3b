using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Platform.Records;

namespace XacThuc.Platform.Authentication.Run;

/// <summary>A record as it is sent, and its key here.</summary>
internal readonly record struct SentRecord(long Id, WrittenRow Row)
{
    /// <summary>How many go in one message.</summary>
    public const int Batch = 5_000;

    /// <summary>The next records of a run, by key.</summary>
    public static async Task<IReadOnlyList<SentRecord>> Next(
        PlatformDb db, RunInput input, long after, long upTo, CancellationToken stop) =>
        [.. (await Of(db, input, after, upTo).OrderBy(record => record.Id).Take(Batch)
            .Select(record => new
            {
                record.Id, record.Ref, record.Version, record.FullName, record.Sex, record.DateOfBirth, record.IdNumber,
                record.CommuneCode,
            }).ToListAsync(stop))
            .Select(r => new SentRecord(
                r.Id, new WrittenRow(r.Ref, r.Version, r.FullName, r.Sex, r.DateOfBirth, r.IdNumber, r.CommuneCode)))];

    /// <summary>The records of a run.</summary>
    public static IQueryable<VaccinationRecord> Of(PlatformDb db, RunInput input, long after, long upTo)
    {
        var (units, refs) = (input.Units, input.Refs);
        var records = db.Set<VaccinationRecord>().AsNoTracking().Where(record => record.Id > after && record.Id <= upTo);
        records = units is [var one]
            ? records.Where(record => record.UnitId == one)
            : records.Where(record => units.Contains(record.UnitId));
        return input.Scope switch
        {
            RunScope.All => records,
            RunScope.NotYet => records.Where(record => record.Status == null),
            RunScope.Named => records.Where(record => refs.Contains(record.Ref)),
        };
    }
}

/// <summary>Which records of its units a run is about.</summary>
internal enum RunScope
{
    /// <summary>All.</summary>
    All = 1,

    /// <summary>Those that were never authenticated as they are now.</summary>
    NotYet = 2,

    /// <summary>Those named.</summary>
    Named = 3,
}

/// <summary>What the job is asked.</summary>
/// <param name="Units">The units whose records it is about.</param>
/// <param name="Scope">Which of them.</param>
/// <param name="Refs">Those named.</param>
internal sealed record RunInput(long[] Units, RunScope Scope, string[] Refs);
