using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Register.Cases.Decide;
using XacThuc.Register.Population;
using XacThuc.Register.Population.Index;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>A case that is surely about one person, and what the record should read.</summary>
internal sealed record BulkCase(Case Case, WrittenPerson Person, Released Released)
{
    public override string ToString() => nameof(BulkCase);
}

/// <summary>Finds whom the cases are surely about, and compares once more: what changed since is left out.</summary>
internal sealed class BulkCandidates(RegisterDb db, RegisterIndex index, RegisterSuggestions suggestions)
{
    public async Task<IReadOnlyList<BulkCase>> Of(IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var same = await AsTheyWere(cases, stop);
        var found = await ByNumber([.. same.Where(one => one.Ground == BulkGround.Number).Select(one => one.Case)], stop);
        found.AddRange(await ByPerson([.. same.Where(one => one.Ground != BulkGround.Number)], stop));
        return [.. found.OrderBy(one => one.Case.Id)];
    }

    private async Task<List<(Case Case, BulkGround Ground)>> AsTheyWere(IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var same = new List<(Case, BulkGround)>(cases.Count);
        using var lease = await index.Rent(stop);
        foreach (var one in cases)
        {
            if (BulkReasons.GroundOf(one.ReasonKey) is not { } ground) continue;
            var compared = lease.Authenticator.Authenticate(one.Written);
            if (!string.Equals(compared.Reasons.ToString(), one.ReasonKey, StringComparison.Ordinal)) continue;
            if (ground != BulkGround.Number || compared is { Status: RecordStatus.Mismatched, Number: FieldVerdict.Right }) same.Add((one, ground));
        }

        return same;
    }

    private async Task<List<BulkCase>> ByNumber(IReadOnlyList<Case> cases, CancellationToken stop)
    {
        var owners = new Dictionary<long, Person>();
        foreach (var part in cases.Select(IdOf).Where(id => id != 0).Distinct().Chunk(500))
        {
            foreach (var owner in await db.People.AsNoTracking().Where(person => part.Contains(person.PersonalId) && !person.IsRemoved).ToListAsync(stop))
                owners[owner.PersonalId] = owner;
        }

        var found = new List<BulkCase>(cases.Count);
        foreach (var one in cases)
        {
            if (owners.TryGetValue(IdOf(one), out var owner)) Add(found, one, owner.Written, Reasons.OfBits((ulong)one.Reasons));
        }

        return found;
    }

    private async Task<List<BulkCase>> ByPerson(IReadOnlyList<(Case Case, BulkGround Ground)> cases, CancellationToken stop)
    {
        var likeliest = await suggestions.Likeliest([.. cases.Select(one => one.Case.Written)], stop);
        var found = new List<BulkCase>(cases.Count);
        foreach (var ((one, ground), who) in cases.Zip(likeliest))
        {
            if (who is { Suggestion: { Probability: >= BulkReasons.Sure, Reasons: var differences } } && BulkReasons.Fits(ground, differences))
                Add(found, one, who.Person, differences);
        }

        return found;
    }

    private static void Add(List<BulkCase> found, Case one, WrittenPerson person, Reasons differences)
    {
        var released = Released.Of(person, differences);
        if (!released.IsEmpty) found.Add(new BulkCase(one, person, released));
    }

    private static long IdOf(Case one) =>
        PersonalId.TryParse(System.Text.Encoding.UTF8.GetBytes(one.IdNumber.Trim()), out var id) ? (long)id.Value : 0;
}
