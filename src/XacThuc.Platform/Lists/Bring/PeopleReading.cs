using XacThuc.Matching;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;

namespace XacThuc.Platform.Lists.Bring;

/// <summary>Makes people of the rows of a file. No row is left out: what cannot be split is kept as it stands.</summary>
internal sealed class PeopleReading(SurveyList list, DateTimeOffset now)
{
    private const int LongestCell = 500;

    /// <summary>Somebody of a row.</summary>
    public ListedPerson Of(IncomingRow row)
    {
        string More(int column) => Cut(row.More[column - SurveyColumn.Phone]);
        var person = NewPerson(row.Line, "");
        person.Write(row.Written, row.Read);
        person.Hamlet = row.Hamlet;
        person.Phone = More(SurveyColumn.Phone);
        (person.Passport, person.Nationality) = (More(SurveyColumn.Passport), NationalityOf(More(SurveyColumn.Nationality)));
        person.TargetGroup = TargetGroups.Find(More(SurveyColumn.TargetGroup))?.Code ?? More(SurveyColumn.TargetGroup);
        person.Note = More(SurveyColumn.Note);
        person.Consent = ConsentOf(More(SurveyColumn.Consent));
        (person.Guardian, person.GuardianPhone) = (More(SurveyColumn.Guardian), More(SurveyColumn.GuardianPhone));
        if (person.IsForeign()) person.State = PersonState.Foreigner;
        return person;
    }

    /// <summary>A row that could not be split.</summary>
    public ListedPerson Of(UnsplitRow row)
    {
        var person = NewPerson(row.Line, row.Raw.Length > 0 ? row.Raw : "?");
        person.IsDoubtful = true;
        return person;
    }

    /// <summary>Somebody typed or scanned.</summary>
    public ListedPerson Of(WrittenRecord written, FieldReading reading)
    {
        var person = NewPerson(0, "");
        person.Write(written, ReadFields.Of(written, reading));
        return person;
    }

    /// <summary>What a word says of consent.</summary>
    public static Consent ConsentOf(string written) => NameText.SearchOf(written) switch
    {
        "co" or "x" or "dong y" or "yes" or "y" or "v" => Consent.Given,
        "khong" or "khong dong y" or "no" or "n" => Consent.Refused,
        _ => Consent.NotAsked,
    };

    /// <summary>The nationality of somebody who is no citizen; empty for citizens.</summary>
    public static string NationalityOf(string written) =>
        NameText.SearchOf(written) is "" or "viet nam" or "vietnam" or "vn" or "vnm" ? "" : written;

    private ListedPerson NewPerson(long line, string raw) => new()
    {
        ListId = list.Id,
        Number = ++list.LastNumber,
        Ref = RecordRef.New(now),
        FullName = "",
        Sex = "",
        DateOfBirth = "",
        IdNumber = "",
        CommuneCode = "",
        Line = line,
        Raw = raw,
        State = PersonState.AsEntered,
    };

    private static string Cut(string text) => text.Length > LongestCell ? text[..LongestCell] : text;
}
