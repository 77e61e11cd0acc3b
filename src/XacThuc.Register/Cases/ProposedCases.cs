using Microsoft.EntityFrameworkCore;

namespace XacThuc.Register.Cases;

/// <summary>Cases that one officer proposed to decide: they are nobody's until another has looked.</summary>
internal static class ProposedCases
{
    /// <summary>Takes open cases out of everybody's list.</summary>
    public static Task Propose(this RegisterDb db, IEnumerable<long> cases, CancellationToken stop) =>
        db.Move(cases, CaseState.Open, CaseState.Proposed, stop);

    /// <summary>What was refused is open again.</summary>
    public static Task TakeBack(this RegisterDb db, IEnumerable<long> cases, CancellationToken stop) =>
        db.Move(cases, CaseState.Proposed, CaseState.Open, stop);

    /// <summary>Those that are not decided, whether something is proposed for them or not.</summary>
    public static IQueryable<Case> Undecided(this IQueryable<Case> cases) =>
        cases.Where(one => one.State == CaseState.Open || one.State == CaseState.Proposed);

    private static async Task Move(this RegisterDb db, IEnumerable<long> cases, CaseState from, CaseState to, CancellationToken stop)
    {
        foreach (var part in cases.Chunk(500))
            await db.Cases.Where(one => part.Contains(one.Id) && one.State == from).ExecuteUpdateAsync(row => row.SetProperty(one => one.State, to), stop);
    }
}
