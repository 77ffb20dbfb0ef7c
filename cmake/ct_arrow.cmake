# Arrow and Parquet: a system Arrow where there is one, else the headers and libraries inside the pyarrow wheel of the
# Python environment that is built for.
#   ct_arrow              link this
#   CT_ARROW_LIBRARY_DIR  the folder of its libraries
find_package(Parquet CONFIG QUIET)
if(Parquet_FOUND)
    add_library(ct_arrow INTERFACE)
    target_link_libraries(ct_arrow INTERFACE Parquet::parquet_shared)
    return()
endif()

set(ct_python "${Python_EXECUTABLE}")
if(NOT ct_python)
    set(ct_python "${PROJECT_SOURCE_DIR}/.venv/bin/python")
endif()
execute_process(
    COMMAND "${ct_python}" -c "import importlib.util as u; print(u.find_spec('pyarrow').submodule_search_locations[0])"
    OUTPUT_VARIABLE CT_ARROW_LIBRARY_DIR OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed ERROR_QUIET)
if(failed)
    message(FATAL_ERROR "the build needs Arrow: ${ct_python} has no pyarrow. Run scripts/setup.sh, or install "
                        "\"pyarrow>=26,<27\" there.")
endif()
file(GLOB libraries "${CT_ARROW_LIBRARY_DIR}/libarrow.so.*" "${CT_ARROW_LIBRARY_DIR}/libparquet.so.*")
list(LENGTH libraries count)
if(NOT count EQUAL 2)
    message(FATAL_ERROR "${CT_ARROW_LIBRARY_DIR} has not one libarrow.so and one libparquet.so")
endif()
add_library(ct_arrow INTERFACE)
target_include_directories(ct_arrow SYSTEM INTERFACE "${CT_ARROW_LIBRARY_DIR}/include")
target_link_libraries(ct_arrow INTERFACE ${libraries})
