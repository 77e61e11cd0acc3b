namespace XacThuc.Tables.Headings;

/// <summary>Decides, for one row of recognised headings, which column serves for what.</summary>
public sealed class LayoutReading
{
    private readonly TableKind _kind;
    private readonly Heading[] _headings;
    private readonly string[] _written;
    private readonly Heading[] _above;
    private readonly Layout _layout;

    private LayoutReading(TableKind kind, string[] written, Heading[] headings, Heading[] above)
    {
        (_kind, _written, _headings, _above) = (kind, written, headings, above);
        _layout = new Layout(WantedColumn.Of(kind));
        ForgetOthers();
        TellMaleFromYear();
    }

    /// <param name="kind">What the file is for.</param>
    /// <param name="written">The headings as they stand.</param>
    /// <param name="headings">What each heading is.</param>
    /// <param name="above">What stands over each heading, where headings take two rows.</param>
    public static Layout Read(TableKind kind, string[] written, Heading[] headings, Heading[] above)
    {
        var reading = new LayoutReading(kind, written, headings, above);
        if (kind == TableKind.Places) return reading.OfPlaces();
        reading.Place("full_name", reading.FullName());
        reading.Place("sex", reading.Sex());
        reading.Place("date_of_birth", reading.DateOfBirth());
        reading.Place("commune_code", reading.Optional(Heading.Commune));
        if (kind == TableKind.Register) reading.PlaceRegisterNumbers();
        else reading.PlaceRecordNumbers();
        if (kind == TableKind.Cleaning) reading.PlaceRight();
        else reading.Place("hamlet", reading.Optional(Heading.Hamlet));
        if (kind is TableKind.Records or TableKind.Doses) reading.Place("phone", reading.Optional(Heading.Phone));
        if (kind == TableKind.Survey) reading.PlaceSurvey();
        if (kind == TableKind.Doses) reading.PlaceDose();
        reading.NoteRepeatedOthers();
        return reading._layout;
    }

    // "Tên" is the place's, and so is "Họ và tên" whoever answers for it, where nothing says it better.
    private Layout OfPlaces()
    {
        Place("place_code", Optional(Heading.PlaceCode));
        Place("place_name", Mandatory(FirstOf(Heading.PlaceName, Heading.GivenName)));
        Place("place_kind", Mandatory(All(Heading.PlaceKind)));
        Place("address", Mandatory(All(Heading.Address)));
        Place("commune", Optional(All(Heading.PlaceCommune).Length > 0 ? Heading.PlaceCommune : Heading.Commune));
        Place("responsible", Mandatory(FirstOf(Heading.Responsible, Heading.Guardian, Heading.FullName)));
        Place("responsible_phone", Mandatory(FirstOf(Heading.ResponsiblePhone, Heading.Phone)));
        Place("unit_code", Optional(Heading.UnitCode));
        NoteRepeatedOthers();
        return _layout;
    }

    private CellSource FullName()
    {
        var (full, family, given) = (All(Heading.FullName), All(Heading.FamilyName), All(Heading.GivenName));
        if (full.Length > 0) return Mandatory(full);
        if (given.Length > 1) return Mandatory(given);
        return (family.Length, given.Length) switch
        {
            ( > 0, 1) => new CellSource(SourceKind.Joined, family[0], given[0]),
            (0, 1) => CellSource.Of(given[0]),
            _ => CellSource.Absent,
        };
    }

    private CellSource Sex()
    {
        var (sex, male, female) = (All(Heading.Sex), All(Heading.MaleOrYear), All(Heading.Female));
        if (male.Length == 1 && female.Length == 1) return new CellSource(SourceKind.Marked, male[0], female[0]);
        if (sex.Length > 0) return Mandatory(sex);
        if (male.Length > 0 || female.Length != 1) return CellSource.Absent;
        _layout.Notes.Add(FileSentences.OnlyFemaleColumn);
        return new CellSource(SourceKind.MarkedFemale, female[0]);
    }

    private CellSource DateOfBirth()
    {
        var (date, day, month, year) =
            (All(Heading.BirthDate), All(Heading.Day), All(Heading.Month), All(Heading.BirthYear));
        if (month.Length == 1 && year.Length == 1 && (day.Length == 1 || date.Length == 1))
            return new CellSource(SourceKind.DayMonthYear, day.Length == 1 ? day[0] : date[0], month[0], year[0]);
        if (date.Length == 1 && year.Length == 1) return new CellSource(SourceKind.FirstOf, date[0], year[0]);
        if (date.Length > 0) return Mandatory(date);
        if (year.Length > 0) return Mandatory(year);

        // "Năm sinh" over "Nam" and "Nữ": the year stands in the column of the sex.
        var (male, female) = (All(Heading.MaleOrYear), All(Heading.Female));
        return male.Length == 1 && female.Length == 1 && _above[male[0]] is Heading.BirthYear or Heading.BirthDate
            ? new CellSource(SourceKind.FirstOf, male[0], female[0])
            : CellSource.Absent;
    }

    private void PlaceRegisterNumbers()
    {
        var personal = All(Heading.PersonalNumber);
        if (personal.Length == 0) personal = All(Heading.AnyNumber);
        if (personal.Length == 0) personal = All(Heading.Id);
        Place("personal_id", Mandatory(personal));
        Place("old_id", Optional(Heading.OldNumber));
    }

    private void PlaceRecordNumbers()
    {
        int[][] numbers = [All(Heading.PersonalNumber), All(Heading.AnyNumber), All(Heading.OldNumber)];
        var id = All(Heading.Id);
        var repeated = Array.Find(numbers, columns => columns.Length > 1);
        int[] there = [.. numbers[0], .. numbers[1], .. numbers[2]];
        Place("id_number", repeated is not null ? Mandatory(repeated) : there.Length switch
        {
            0 => Mandatory(id),
            1 => CellSource.Of(there[0]),
            2 => new CellSource(SourceKind.FirstOf, there[0], there[1]),
            _ => new CellSource(SourceKind.FirstOf, there[0], there[1], there[2]),
        });
        if (there.Length > 1) _layout.Notes.Add(FileSentences.SeveralNumbers(there.Select(i => _written[i])));

        var record = Optional(Heading.RecordId);
        if (record.Kind == SourceKind.Absent && there.Length > 0 && id.Length > 0) record = Optional(Heading.Id);
        Place("record_id", record.Kind == SourceKind.Absent ? Optional(Heading.RowNumber) : record);
    }

    private void PlaceRight()
    {
        foreach (var (name, heading) in (ReadOnlySpan<(string, Heading)>)
        [
            ("row_code", Heading.RowCode), ("right_full_name", Heading.RightName), ("right_sex", Heading.RightSex),
            ("right_date_of_birth", Heading.RightDate), ("right_id_number", Heading.RightNumber),
        ])
            Place(name, Mandatory(All(heading)));
        Place("note", Optional(Heading.HamletNote));
    }

    // To other files these are columns like any that nobody asked for.
    private void ForgetOthers()
    {
        var (first, end) = _kind switch
        {
            TableKind.Survey => (Heading.Phone, Heading.DoseNumber),
            TableKind.Doses => (Heading.DoseNumber, Heading.Facility + 1),
            TableKind.Records => (Heading.Phone, Heading.Phone + 1),
            TableKind.Places => (Heading.PlaceCode, Heading.UnitCode + 1),
            TableKind.Register or TableKind.Cleaning => (Heading.Phone, Heading.Phone),
        };
        for (var i = 0; i < _headings.Length; i++)
            if (_headings[i] >= Heading.Phone && (_headings[i] < first || _headings[i] >= end) && !IsBorrowed(_headings[i])) _headings[i] = Heading.None;
    }

    private bool IsBorrowed(Heading heading) =>
        (_kind is TableKind.Doses or TableKind.Places && heading == Heading.Phone) || (_kind == TableKind.Places && heading == Heading.Guardian);

    private void PlaceSurvey()
    {
        foreach (var (name, heading) in (ReadOnlySpan<(string, Heading)>)
        [
            ("phone", Heading.Phone), ("passport", Heading.Passport), ("nationality", Heading.Nationality),
            ("target_group", Heading.TargetGroup), ("note", Heading.Note), ("consent", Heading.Consent),
            ("guardian", Heading.Guardian), ("guardian_phone", Heading.GuardianPhone),
        ])
            Place(name, Optional(heading));
    }

    private void PlaceDose()
    {
        foreach (var (name, heading) in (ReadOnlySpan<(string, Heading)>)
            [("dose_number", Heading.DoseNumber), ("vaccine", Heading.Vaccine), ("given_on", Heading.GivenOn)])
            Place(name, Mandatory(All(heading)));
        Place("lot", Optional(Heading.Lot));
        Place("facility", Optional(Heading.Facility));
    }

    private CellSource Mandatory(int[] columns)
    {
        if (columns.Length > 1) _layout.Repeated.AddRange(columns.Select(i => _written[i]));
        return columns.Length == 1 ? CellSource.Of(columns[0]) : CellSource.Absent;
    }

    private CellSource Optional(Heading heading)
    {
        var columns = All(heading);
        if (columns.Length > 1) _layout.Notes.Add(FileSentences.RepeatedColumn(_written[columns[0]]));
        return columns.Length > 0 ? CellSource.Of(columns[0]) : CellSource.Absent;
    }

    private int[] FirstOf(params ReadOnlySpan<Heading> headings)
    {
        foreach (var heading in headings)
            if (All(heading) is { Length: > 0 } columns) return columns;
        return [];
    }

    private void NoteRepeatedOthers()
    {
        var repeated = _written
            .Where((text, i) => _headings[i] == Heading.None && !string.IsNullOrWhiteSpace(text))
            .GroupBy(HeadingText.Fold, StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0 && group.Skip(1).Any());
        foreach (var group in repeated) _layout.Notes.Add(FileSentences.RepeatedUnrelated(group.First()));
    }

    private void Place(string name, CellSource source)
    {
        var wanted = WantedColumn.Of(_kind);
        for (var i = 0; i < wanted.Count; i++)
            if (wanted[i].Name.Equals(name, StringComparison.Ordinal)) _layout.Sources[i] = source;
    }

    private int[] All(Heading heading)
    {
        var columns = new List<int>();
        for (var i = 0; i < _headings.Length; i++)
            if (_headings[i] == heading) columns.Add(i);
        return [.. columns];
    }

    private void TellMaleFromYear()
    {
        for (var i = 0; i < _headings.Length; i++)
        {
            if (_headings[i] != Heading.MaleOrYear) continue;
            var besideFemale = (i > 0 && _headings[i - 1] == Heading.Female)
                || (i + 1 < _headings.Length && _headings[i + 1] == Heading.Female);
            var besideMonth = i > 0 && _headings[i - 1] == Heading.Month;
            var saysYear = _written[i].AsSpan().ContainsAny("ăĂ\u0306") || HeadingText.Fold(_written[i]) is "year";
            if (saysYear || (besideMonth && !besideFemale)) _headings[i] = Heading.BirthYear;
        }
    }
}
