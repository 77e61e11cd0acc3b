using XacThuc.Matching.Reading;
using XacThuc.Platform.CheckPoints.Places;
using XacThuc.Platform.Messages;

namespace XacThuc.Platform.CheckPoints.Bring;

/// <summary>Reads the kind and the phone of a place as people write them.</summary>
internal static class PlaceWords
{
    private static readonly (CheckPointKind Kind, string[] Words)[] Kinds =
    [
        (CheckPointKind.HealthFacility, ["co so y te", "tram y te", "trung tam y te", "benh vien", "phong kham", "nha thuoc", "quay thuoc", "y te", "health facility", "healthfacility", "hospital", "clinic"]),
        (CheckPointKind.School, ["truong", "mam non", "mau giao", "nha tre", "tieu hoc", "trung hoc", "thcs", "thpt", "cao dang", "dai hoc", "trung tam giao duc", "school"]),
        (CheckPointKind.Market, ["cho", "sieu thi", "cua hang", "tap hoa", "trung tam thuong mai", "market", "shop"]),
        (CheckPointKind.Gate, ["chot", "cong", "tram kiem soat", "cua khau", "gate"]),
        (CheckPointKind.Firm, ["doanh nghiep", "cong ty", "nha may", "xi nghiep", "xuong", "hop tac xa", "htx", "co so san xuat", "co so kinh doanh", "ho kinh doanh", "khach san", "nha hang", "ngan hang", "firm", "company", "business"]),
        (CheckPointKind.Agency, ["co quan", "tru so", "ubnd", "uy ban", "van phong", "phong ban", "don vi hanh chinh", "office", "agency"]),
        (CheckPointKind.Other, ["khac", "noi khac", "loai khac", "other"]),
    ];

    /// <summary>The kind: "Trường học", "THPT", "công ty", "Chợ, cửa hàng"; none where it cannot be read.</summary>
    public static CheckPointKind? Kind(string written)
    {
        var said = string.Join(' ', NameText.SearchOf(string.Concat(written.Select(c => char.IsLetter(c) ? c : ' '))).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        if (said.Length == 0) return null;

        // "Công ty" begins as "cổng" does: the longest words that fit are meant.
        return Kinds.SelectMany(kind => kind.Words.Select(word => (kind.Kind, Word: word)))
            .Where(one => said.Equals(one.Word, StringComparison.Ordinal) || said.StartsWith(one.Word + " ", StringComparison.Ordinal))
            .OrderByDescending(one => one.Word.Length).Select(one => (CheckPointKind?)one.Kind).FirstOrDefault();
    }

    /// <summary>The phone; of a number that a spreadsheet took for one the leading 0 is lost.</summary>
    public static bool TryPhone(string written, out PhoneNumber phone) =>
        PhoneNumber.TryParse(written, out phone)
        || (written.Count(char.IsAsciiDigit) == 9 && !written.Contains('+', StringComparison.Ordinal) && PhoneNumber.TryParse("0" + written, out phone));
}
