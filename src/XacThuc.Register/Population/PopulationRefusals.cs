using XacThuc.Web.Acts;

namespace XacThuc.Register.Population;

/// <summary>What is refused around the population.</summary>
internal static class PopulationRefusals
{
    /// <summary>The file cannot be used; the sentence says why, in the language of whoever asked.</summary>
    public static Refusal Unusable(string sentence) => Refusal.NotAcceptable("population.file", sentence, sentence);
}
