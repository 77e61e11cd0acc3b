using System.Globalization;
using XacThuc.Matching.Texts;

namespace XacThuc.Tables;

/// <summary>One thing a clerk should know about a file: where it is and what to do about it.</summary>
/// <param name="File">Name of the file as the user gave it.</param>
/// <param name="Line">Line of the file or row of the sheet, from 1; 0 stands for the whole file.</param>
/// <param name="Column">Heading or cell; empty stands for the whole line.</param>
/// <param name="Sentence">What is wrong and what to do; never a person's value.</param>
public sealed record TableProblem(string File, long Line, string Column, string Sentence)
{
    public override string ToString()
    {
        var line = Line > 0 ? Line.ToString(CultureInfo.InvariantCulture) + ":" : "";
        var column = Column.Length > 0 ? Speech.Say($" cột \"{Column}\":", $" column \"{Column}\":") : "";
        return $"{File}:{line}{column} {Sentence}";
    }
}
