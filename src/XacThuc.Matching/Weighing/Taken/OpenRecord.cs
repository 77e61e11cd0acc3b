namespace XacThuc.Matching.Weighing.Taken;

/// <summary>A record in doubt: who it may be about, kept until it is known whom the other records are about.</summary>
public sealed class OpenRecord
{
    internal OpenRecord(OpenCandidate[] candidates, double nobody) => (Candidates, Nobody) = (candidates, nobody);

    /// <summary>The candidates; the likeliest first once they are weighed.</summary>
    internal OpenCandidate[] Candidates { get; }

    /// <summary>The chance, as the candidates' weights are, that it is none of them.</summary>
    internal double Nobody { get; }

    /// <summary>Whether it is all but certain whom it is about.</summary>
    internal bool IsSettled { get; set; }

    /// <summary>The likeliest people, the likeliest first.</summary>
    /// <param name="top">The most that are wanted.</param>
    public IReadOnlyList<Suggestion> Suggestions(int top)
    {
        var least = Caution.LeastBeside(Candidates[0].Probability);
        return
        [
            .. Candidates.Take(top).TakeWhile((candidate, i) => i == 0 || candidate.Probability >= least)
                .Select((candidate, i) => new Suggestion(i + 1, candidate.Person, candidate.Probability, candidate.Reasons)),
        ];
    }
}

/// <summary>A candidate of a record in doubt.</summary>
internal struct OpenCandidate
{
    public long Place;
    public PersonalId Person;
    public Reasons Reasons;
    public float LogWeight;
    public double Probability;
}
