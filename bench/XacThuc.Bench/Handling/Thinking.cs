using System.CommandLine;

namespace XacThuc.Bench.Handling;

/// <summary>
/// How long the human takes beside the machine, in seconds: assumed, never measured. By the keystroke-level model (Card, Moran
/// and Newell 1980) a decision is prepared in 1.35 s and a key pressed in 0.28 s; by the model human processor (the same, 1983)
/// one thing is seen in 0.34 s, a movement of the eyes and its perception.
/// </summary>
/// <param name="Look">One record beside one person, differences marked: four fields seen, one decision, one key - 1.35 + 4 x 0.34 + 0.28.</param>
/// <param name="Doubt">The same where nobody stands out: sixteen fields of four people, two decisions, one key.</param>
/// <param name="Group">What one officer thinks about a group as a whole, beside the rows drawn.</param>
/// <param name="Correction">A correction of the register typed with its paper, once that lies on the desk.</param>
/// <param name="Paper">One field of a record compared with a paper on the desk, and typed.</param>
internal sealed record Thinking(double Look, double Doubt, double Group, double Correction, double Paper)
{
    private static readonly Option<double> LookOption = Seconds("--think", 3.0, "a look at one record beside one person, or at one row of a group");
    private static readonly Option<double> DoubtOption = Seconds("--think-doubt", 8.4, "a look at four people none of whom stands out");
    private static readonly Option<double> GroupOption = Seconds("--think-group", 60, "a group as a whole, each officer, beside a look at each row drawn");
    private static readonly Option<double> CorrectionOption = Seconds("--think-correction", 45, "typing a correction of the register with its paper");
    private static readonly Option<double> PaperOption = Seconds("--think-paper", 15, "typing what a paper on the desk says");

    public static Option[] Options { get; } = [LookOption, DoubtOption, GroupOption, CorrectionOption, PaperOption];

    public static Thinking Of(ParseResult parsed) => new(
        parsed.GetValue(LookOption), parsed.GetValue(DoubtOption), parsed.GetValue(GroupOption), parsed.GetValue(CorrectionOption),
        parsed.GetValue(PaperOption));

    /// <summary>A group of which so many rows are shown to be looked at closely.</summary>
    public double OfGroup(int rows) => Group + rows * Look;

    private static Option<double> Seconds(string name, double seconds, string what) =>
        new(name) { DefaultValueFactory = _ => seconds, Description = $"Seconds assumed for {what}" };
}
