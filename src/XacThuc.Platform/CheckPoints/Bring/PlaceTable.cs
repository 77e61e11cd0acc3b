using XacThuc.Matching.Reading.Legacy;
using XacThuc.Platform.Records.Import.Rows;
using XacThuc.Tables;
using XacThuc.Tables.Rows;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>Reads the rows of a file of places, by the reader that reads files of records.</summary>
internal static class PlaceTable
{
    /// <summary>No agency and no district has more.</summary>
    public const int MostRows = 2_000;

    // A row that ends before the last of the first five is broken; of the others a row may be short.
    private static readonly int[] Order =
    [
        PlacesColumn.Name, PlacesColumn.Kind, PlacesColumn.Address, PlacesColumn.Responsible, PlacesColumn.Phone,
        PlacesColumn.Code, PlacesColumn.Commune, PlacesColumn.Unit,
    ];

    /// <summary>The rows; those that cannot be split are told. Rows without any text are none.</summary>
    public static List<WrittenPlace> Read(TableInput table, NameEncoding encoding, List<PlaceProblem> problems)
    {
        var (source, splitter, chunk) = (new RowSource(table), new RowSplitter(table, Order, mandatory: 5), new RowChunk());
        var rows = new List<WrittenPlace>();
        while (rows.Count <= MostRows && source.TryNext(chunk))
        {
            splitter.Split(chunk);
            problems.AddRange(chunk.Broken.Select(broken => new PlaceProblem(chunk.LineOf(broken.Start), -1, PlaceSentences.Unsplit)));
            var broken = chunk.Broken.Select(one => one.Row).ToHashSet();
            for (var row = 0; row < chunk.Rows && rows.Count <= MostRows; row++)
                if (!broken.Contains(row) && RowAt(chunk, row, encoding) is { } written) rows.Add(written);
        }

        return rows;
    }

    private static WrittenPlace? RowAt(RowChunk chunk, int row, NameEncoding encoding)
    {
        var places = chunk.Places.AsSpan(row * Order.Length, Order.Length).ToArray();
        var cells = Array.ConvertAll(places, place => TextOf(place.In(chunk.Text), encoding));
        if (Array.TrueForAll(cells, cell => cell.Length == 0)) return null;
        var start = places.Where(place => place != default).Min(place => place.Start);
        string At(int column) => cells[Array.IndexOf(Order, column)];
        return new WrittenPlace(
            chunk.LineOf(start), At(PlacesColumn.Code), At(PlacesColumn.Name), At(PlacesColumn.Kind), At(PlacesColumn.Address),
            At(PlacesColumn.Commune), At(PlacesColumn.Responsible), At(PlacesColumn.Phone), At(PlacesColumn.Unit));
    }

    private static string TextOf(ReadOnlySpan<byte> bytes, NameEncoding encoding)
    {
        var text = CellText.Of(bytes);
        if (encoding != NameEncoding.Unicode) text = LegacyText.Decode(text, encoding);
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
