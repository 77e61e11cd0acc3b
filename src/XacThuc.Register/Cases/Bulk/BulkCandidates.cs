using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Population;
using XacThuc.Register.Population.Index;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>A case whose number names one person, and what the record should read.</summary>
internal sealed record BulkCase(Case Case, WrittenPerson Person, Released Released)
{
    public override string ToString() => nameof(BulkCase);
}

/// <summary>Finds the owners of the numbers, and compares once more: what changed since is left out.</summary>
internal sealed class BulkCandidates(RegisterDb db, RegisterIndex index)
{
    public async Task<IReadOnlyList<BulkCase>> Of(IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var ids = cases.Select(IdOf).Where(id => id != 0).Distinct().ToArray();
        var owners = new Dictionary<long, Person>();
        foreach (var part in ids.Chunk(500))
        {
            foreach (var owner in await db.People.AsNoTracking().Where(person => part.Contains(person.PersonalId) && !person.IsRemoved).ToListAsync(stop))
                owners[owner.PersonalId] = owner;
        }

        using var lease = await index.Rent(stop);
        var found = new List<BulkCase>(cases.Count);
        foreach (var one in cases)
        {
            if (!owners.TryGetValue(IdOf(one), out var owner)) continue;
            var compared = lease.Authenticator.Authenticate(one.Written);
            if (compared is not { Status: RecordStatus.Mismatched, Number: FieldVerdict.Right }) continue;
            if (!string.Equals(compared.Reasons.ToString(), one.ReasonKey, StringComparison.Ordinal)) continue;
            var person = owner.Written;
            var released = Released.Of(person, compared.Reasons);
            if (!released.IsEmpty) found.Add(new BulkCase(one, person, released));
        }

        return found;
    }

    private static long IdOf(Case one) =>
        PersonalId.TryParse(System.Text.Encoding.UTF8.GetBytes(one.IdNumber.Trim()), out var id) ? (long)id.Value : 0;
}
