using System.Globalization;
using System.Text.RegularExpressions;
using XacThuc.Certificates.Rules;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Vaccines.Rules;

/// <summary>A rule's sentence in both languages, with places for facts.</summary>
internal sealed partial record RuleSentence(string Vi, string En)
{
    public Bilingual About(LogicValue facts) => new(Fill(Vi, facts, Language.Vietnamese), Fill(En, facts, Language.English));

    private static string Fill(string sentence, LogicValue facts, Language language) => Place().Replace(sentence, place =>
    {
        var fact = Fact(facts, place.Groups["path"].Value);
        if (fact.FindWhole() is not { } number) return fact.FindText() ?? "-";
        return place.Groups["form"].Value switch
        {
            "day" => DateOnly.FromDayNumber(number).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture),
            "age" => Age(number).In(language),
            _ => number.ToString(CultureInfo.InvariantCulture),
        };
    });

    private static Bilingual Age(int months) => months % 12 == 0
        ? new Bilingual($"{months / 12} tuổi", $"{months / 12} years")
        : new Bilingual($"{months} tháng tuổi", $"{months} months");

    private static LogicValue Fact(LogicValue facts, string path) =>
        LogicExpression.Read(new LogicForm("var").Of(path)).Evaluate(facts).Value;

    [GeneratedRegex(@"\{(?<path>[a-zA-Z.]+)(:(?<form>day|age))?\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();
}
